package aerate.reading.course;

import aerate.diffusion.Ddim;
import aerate.diffusion.Ddpm;
import aerate.diffusion.DpmSolver;
import aerate.diffusion.NoiseSchedule;
import aerate.diffusion.Sampler;

/** How the way back from noise is walked. */
public enum SamplerChoice {
    /** Ancestral: new noise at every step. */
    DDPM,
    /** Deterministic, of first order. */
    DDIM,
    /** Deterministic, of second order: DPM-Solver++(2M). */
    DPM_SOLVER;

    Sampler of(NoiseSchedule schedule, int stride) {
        return switch (this) {
            case DDPM -> new Ddpm(schedule, stride);
            case DDIM -> new Ddim(schedule, stride);
            case DPM_SOLVER -> new DpmSolver(schedule, stride);
        };
    }

    /** {@code ddpm}, {@code ddim} or {@code dpm-solver}. */
    public String title() {
        return Titles.of(this);
    }

    /**
     * The sampler of a title.
     *
     * @throws IllegalArgumentException for another
     */
    public static SamplerChoice named(String title) {
        return Titles.named(SamplerChoice.class, title, "a course's sampler must be");
    }
}
