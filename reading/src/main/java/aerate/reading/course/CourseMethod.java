package aerate.reading.course;

import aerate.diffusion.Ddim;
import aerate.diffusion.DeltaDenoising;
import aerate.diffusion.Guided;
import aerate.diffusion.Healing;
import aerate.diffusion.MatrixNoise;
import aerate.diffusion.PartialDiffusion;
import aerate.diffusion.PerPixelDiffusion;
import aerate.diffusion.Sampler;
import aerate.diffusion.SingleStep;
import aerate.diffusion.Stitched;
import java.util.Arrays;
import java.util.Locale;

/** How a region enters the diffusion. */
public enum CourseMethod {
    /** Not at all: AnoDDPM. */
    UNIFORM,
    /** Noise weighted by the region: the reference's. */
    MATRIX,
    /** Each pixel starts at its own level: outside of the region the film stays as it is, bit for bit. */
    PER_PIXEL,
    /** The region healed, sewn into the patient's own film, and the seam diffused away: AutoDDPM. */
    STITCHED,
    /** The film's own code, led back by the classifier's gradient within the region. */
    GUIDED,
    /** One pass of the network: the denoising auto-encoder. */
    SINGLE_STEP,
    /** Moved by what sets the healthy film apart from the diseased one, for a network that knows both: delta denoising. */
    DELTA;

    private static final int PASSES = 2; // over the seam, stitched
    private static final double STRENGTH = 0.3; // of the classifier's gradient, guided

    Healing healing(Sampler sampler, int stride, Steering steering) {
        return switch (this) {
            case UNIFORM -> new PartialDiffusion(sampler);
            case MATRIX -> new MatrixNoise(sampler);
            case PER_PIXEL -> new PerPixelDiffusion(sampler);
            case STITCHED -> new Stitched(sampler, PASSES);
            case GUIDED -> new Guided(new Ddim(sampler.schedule(), stride), steering.control(), STRENGTH);
            case SINGLE_STEP -> new SingleStep(sampler.schedule());
            case DELTA -> steering.delta(sampler.schedule(), stride);
        };
    }

    /** How often the denoiser is asked on the way to λ and back. */
    int calls(Sampler sampler, int stride, int lambda) {
        return switch (this) {
            case UNIFORM, MATRIX, PER_PIXEL -> sampler.steps(lambda).size();
            case STITCHED -> sampler.steps(lambda).size() + PASSES * Stitched.seam(sampler, lambda);
            case GUIDED -> (1 + Ddim.CODING) * sampler.steps(lambda).size();
            case SINGLE_STEP -> Math.min(lambda, 1);
            case DELTA -> DeltaDenoising.steps(lambda, stride);
        };
    }

    /** Whether the film stays what it is where the region's weight is 0. */
    public boolean keepsTheRest() {
        return this != UNIFORM && this != MATRIX;
    }

    /** {@code uniform}, {@code matrix}, {@code per-pixel}, {@code stitched}, {@code guided}, {@code single-step} or
     * {@code delta}. */
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
