package aerate.diffusion;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/**
 * A classifier's gradient steers the way back (Wolleb et al. 2022, arXiv 2203.04306): forward to λ by the deterministic code
 * of the film, so that the patient is in it, and back with a control.
 *
 * <p>As optimal control: of all u that steer the probability-flow equation dx = (f(x, t) + g(t)² u_t) dt from the film's code,
 * find the one of least −log p(healthy | x_0) + ½∫‖u_t‖² dt. Here u is greedy, as in classifier guidance (Dhariwal &amp; Nichol
 * 2021): at each step it is the gradient at the present guess of x_0, of a fixed size, weighted by the region: x̂_0 ← x̂_0 +
 * s √(1−ᾱ_t) w ∇/rms(∇).
 *
 * @param strength s of the control, in units of the images, at least 0
 */
public record Guided(Ddim sampler, Control control, double strength) implements Healing {
    private static final double TINY = 1e-12; // a gradient of nothing leads nowhere

    public Guided {
        if (!(strength >= 0)) {
            throw new IllegalArgumentException("the control's strength must be at least 0, was " + strength);
        }
    }

    @Override
    public Tensor heal(Denoiser denoiser, Tensor films, Tensor weights, int lambda, Noise noise) {
        Weights.require(weights, films);
        sampler.schedule().alphaBar(lambda); // refuses a λ that is none, which would have no steps
        Denoiser steered = (noisy, levels) -> {
            Tensor clean = denoiser.clean(noisy, levels);
            Tensor gradient = control.gradient(clean);
            Tensor size = gradient.square().mean(1, 2, 3).sqrt().plus(TINY).reshape(-1, 1, 1, 1); // N x 1 x 1 x 1
            double spread = sampler.schedule().spread(Math.toIntExact(levels.longs()[0]));
            return clean.plus(gradient.over(size).times(weights).times(strength * spread));
        };
        Tensor code = sampler.encode(denoiser, films, lambda);
        Tensor healed = sampler.denoise(steered, code, lambda, noise);
        return Tensors.where(Weights.inside(weights), healed, films);
    }
}
