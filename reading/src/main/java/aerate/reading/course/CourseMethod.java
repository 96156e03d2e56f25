package aerate.reading.course;

import aerate.diffusion.Counterfactual;
import aerate.diffusion.Ddim;
import aerate.diffusion.Guided;
import aerate.diffusion.Healing;
import aerate.diffusion.MatrixNoise;
import aerate.diffusion.PartialDiffusion;
import aerate.diffusion.PerPixelDiffusion;
import aerate.diffusion.Sampler;
import aerate.diffusion.SingleStep;
import aerate.diffusion.Stitched;
import java.util.List;

/** How a film is healed, and how a region enters. */
public enum CourseMethod {
    /** The film's own code decoded as healthy, by a denoiser that is told classes: {@link Counterfactual}. */
    COUNTERFACTUAL,
    /** The film itself led to health, by the classifier's gradient and, where it knows classes, the denoiser's. */
    GUIDED,
    /** Noise everywhere: AnoDDPM. */
    UNIFORM,
    /** Noise weighted by the region: the reference's. */
    MATRIX,
    /** Each pixel starts at its own level: outside of the region the film stays as it is, bit for bit. */
    PER_PIXEL,
    /** The region healed, sewn into the patient's own film, and the seam diffused away: AutoDDPM. */
    STITCHED,
    /** One pass of the network: the denoising auto-encoder. */
    SINGLE_STEP;

    private static final int PASSES = 2; // over the seam, stitched

    /** The method that a denoiser does best by: docs/courses.md has what others gave. */
    public static CourseMethod usual(HealthyPrior prior) {
        return prior.guidable() ? COUNTERFACTUAL : GUIDED;
    }

    /** How strongly this method is led away from disease, where nothing else is said; chosen on films of people. */
    public double usualGuidance() {
        return this == COUNTERFACTUAL ? 14 : 3;
    }

    Healing healing(Sampler sampler, int stride, double guidance, Steering steering) {
        return switch (this) {
            case COUNTERFACTUAL -> steering.counterfactual(sampler.schedule(), stride, guidance);
            case GUIDED -> steering.guided(sampler.schedule(), stride, guidance);
            case UNIFORM -> new PartialDiffusion(sampler);
            case MATRIX -> new MatrixNoise(sampler);
            case PER_PIXEL -> new PerPixelDiffusion(sampler);
            case STITCHED -> new Stitched(sampler, PASSES);
            case SINGLE_STEP -> new SingleStep(sampler.schedule());
        };
    }

    /** Steps on the way to all of some λ: of the guided, whose films lie on one way, those to the greatest. */
    int steps(Sampler sampler, int stride, List<Integer> lambdas) {
        return switch (this) {
            case COUNTERFACTUAL -> Counterfactual.calls(new Ddim(sampler.schedule(), stride), lambdas);
            case GUIDED ->
                Guided.steps(lambdas.stream().mapToInt(lambda -> lambda).max().orElse(0), stride);
            default ->
                lambdas.stream().mapToInt(lambda -> steps(sampler, lambda)).sum();
        };
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

    /** Whether a prior can do it. */
    public boolean possible(HealthyPrior prior) {
        return this != COUNTERFACTUAL || prior.guidable();
    }

    /**
     * {@code counterfactual}, {@code guided}, {@code uniform}, {@code matrix}, {@code per-pixel}, {@code stitched} or
     * {@code single-step}.
     */
    public String title() {
        return Titles.of(this);
    }

    /**
     * The method of a title.
     *
     * @throws IllegalArgumentException for another
     */
    public static CourseMethod named(String title) {
        return Titles.named(CourseMethod.class, title, "a course's method must be");
    }
}
