package aerate.reading.course;

import aerate.diffusion.Healing;
import aerate.diffusion.MatrixNoise;
import aerate.diffusion.PartialDiffusion;
import aerate.diffusion.PerPixelDiffusion;
import aerate.diffusion.Sampler;
import java.util.Arrays;
import java.util.Locale;

/** How a region enters the diffusion. */
public enum CourseMethod {
    /** Not at all: AnoDDPM. */
    UNIFORM,
    /** Noise weighted by the region: the reference's. */
    MATRIX,
    /** Each pixel starts at its own level: outside of the region the film stays as it is, bit for bit. */
    PER_PIXEL;

    Healing healing(Sampler sampler) {
        return switch (this) {
            case UNIFORM -> new PartialDiffusion(sampler);
            case MATRIX -> new MatrixNoise(sampler);
            case PER_PIXEL -> new PerPixelDiffusion(sampler);
        };
    }

    /** {@code uniform}, {@code matrix} or {@code per-pixel}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The method of a title.
     *
     * @throws IllegalArgumentException for another
     */
    public static CourseMethod named(String title) {
        return Arrays.stream(values())
                .filter(method -> method.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a course's method must be one of "
                        + Arrays.stream(values()).map(CourseMethod::title).toList() + ", was " + title));
    }
}
