package aerate.diffusion;

import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Deterministic sampling (Song et al. 2021, arXiv 2010.02502, equation 12 with η = 0): x_s = √ᾱ_s x̂_0 + √(1−ᾱ_s) ε̂, the
 * first-order solution of the probability-flow equation; and back, {@link #encode}.
 *
 * @param stride as of {@link Ddpm}
 */
public record Ddim(NoiseSchedule schedule, int stride) implements Sampler {
    /** How often a denoiser is asked for a step of {@link #encode}. */
    static final int CALLS_TO_ENCODE = 5; // each but the first takes off a factor of about 4 or more

    public Ddim {
        Step.requireStride(stride, schedule);
    }

    @Override
    public List<Step> steps(int level) {
        return Step.down(level, stride);
    }

    @Override
    public Tensor step(Denoiser denoiser, Tensor noisy, Step step, Noise noise) {
        return towards(schedule, noisy, denoiser.clean(noisy, Sampler.levels(step.from(), noisy)), step);
    }

    /** The image at the end of a step whose clean image is known: {@code σ_s/σ_t x_t + (α_s − α_t σ_s/σ_t) x_0}. */
    static Tensor towards(NoiseSchedule schedule, Tensor noisy, Tensor clean, Step step) {
        double kept = schedule.spread(step.to()) / schedule.spread(step.from());
        return noisy.times(kept).plus(clean.times(schedule.signal(step.to()) - schedule.signal(step.from()) * kept));
    }

    /**
     * The noisy image that {@link #denoise} leads to a clean one: its deterministic code (Song et al. 2021, section 5.4).
     * Each step is the inverse of the step that it undoes, found by fixed-point iteration, where DDIM's own inversion stops
     * at the first guess.
     *
     * @param level in [0, T], with ᾱ above 0
     */
    public Tensor encode(Denoiser denoiser, Tensor clean, int level) {
        List<Step> up = new ArrayList<>(steps(level));
        Collections.reverse(up);
        return Scope.iterate(clean, up, (image, step) -> {
            double scale = schedule.signal(step.from()) / schedule.signal(step.to());
            double added = schedule.spread(step.from()) - scale * schedule.spread(step.to());
            Tensor levels = Sampler.levels(step.from(), image);
            Tensor noisy = image;
            for (int i = 0; i < CALLS_TO_ENCODE; i++) {
                Tensor noise = forward().noise(noisy, step.from(), denoiser.clean(noisy, levels));
                noisy = image.times(scale).plus(noise.times(added));
            }
            return noisy;
        });
    }
}
