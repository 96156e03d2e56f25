package aerate.reading.course;

import aerate.diffusion.Guided;
import aerate.diffusion.Healing;
import aerate.diffusion.MatrixNoise;
import aerate.diffusion.PartialDiffusion;
import aerate.diffusion.PerPixelDiffusion;
import aerate.diffusion.Sampler;
import aerate.diffusion.SingleStep;
import aerate.diffusion.Stitched;
import java.util.Arrays;
import java.util.List;
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
    /** The film itself led to health, by the classifier's gradient and, where it knows classes, the denoiser's. */
    GUIDED,
    /** One pass of the network: the denoising auto-encoder. */
    SINGLE_STEP,
    /** Led by the denoiser alone, which must know classes. */
    DELTA;

    private static final int PASSES = 2; // over the seam, stitched

    Healing healing(Sampler sampler, int stride, double guidance, Steering steering) {
        return switch (this) {
            case UNIFORM -> new PartialDiffusion(sampler);
            case MATRIX -> new MatrixNoise(sampler);
            case PER_PIXEL -> new PerPixelDiffusion(sampler);
            case STITCHED -> new Stitched(sampler, PASSES);
            case GUIDED -> new Guided(sampler.schedule(), steering.both(sampler.schedule()), stride, guidance);
            case SINGLE_STEP -> new SingleStep(sampler.schedule());
            case DELTA -> new Guided(sampler.schedule(), steering.prior(sampler.schedule()), stride, guidance);
        };
    }

    /** Steps on the way to all of some λ: of the guided, whose films lie on one way, those to the greatest. */
    int steps(Sampler sampler, int stride, List<Integer> lambdas) {
        int greatest = lambdas.stream().mapToInt(lambda -> lambda).max().orElse(0);
        return this == GUIDED || this == DELTA
                ? Guided.steps(greatest, stride)
                : lambdas.stream().mapToInt(lambda -> steps(sampler, lambda)).sum();
    }

    private int steps(Sampler sampler, int lambda) {
        int back = sampler.steps(lambda).size();
        return switch (this) {
            case STITCHED -> back + PASSES * Stitched.seam(sampler, lambda);
            case SINGLE_STEP -> Math.min(lambda, 1);
            default -> back;
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
