package aerate.diffusion;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The film's own code, decoded as healthy (Sanchez et al. 2022, arXiv 2207.12268): up by {@link Ddim#encode} as what the film
 * is, diseased, and down again led to health, x̂_0 = x̂_0(diseased) + s (x̂_0(healthy) − x̂_0(diseased)). No noise is drawn, so
 * what both classes agree on, ribs, heart and shoulders, comes back as it was, and only what disease explains goes.
 *
 * <p>Here all films of a course have one code, and λ is how strongly each place p is led: s(p) = guidance w(p) λ/T. At s = 0
 * the way down is the way up, backwards: where the weight is 0, and at λ = 0, the film is what it was. So a course moves
 * smoothly, and a soft rim has no seam.
 *
 * <p>A control, such as the gradient of a classifier, may lead as well: while details form, which is what classifiers look at,
 * x̂_0 is moved along its direction, by a share of s.
 *
 * @param network that is told classes
 * @param healthy class to go to
 * @param diseased class of the films
 * @param control that leads as well, if any
 * @param guidance s at λ = T, at least 0
 */
public record Counterfactual(
        Ddim sampler, ClassDenoiser network, int healthy, int diseased, Optional<Control> control, double guidance)
        implements Healing {
    private static final double CODE = 0.6; // of T: by then shapes are left, details are not
    private static final double DETAILS = 0.4; // of T, where they begin to form
    private static final double PUSH = 0.02; // of s: root mean square of what the control moves

    public Counterfactual {
        if (!(guidance >= 0)) {
            throw new IllegalArgumentException("guidance must be at least 0, was " + guidance);
        }
    }

    /** How often the network is asked on the way to some λ: they go together. */
    public static int calls(Ddim sampler, List<Integer> lambdas) {
        boolean any = lambdas.stream().anyMatch(lambda -> lambda > 0);
        return any ? sampler.steps(level(sampler.schedule())).size() * (Ddim.CALLS_TO_ENCODE + 1) : 0;
    }

    @Override
    public Tensor heal(Denoiser denoiser, Tensor films, Tensor weights, int lambda, Noise noise) {
        return heal(denoiser, films, weights, List.of(lambda), noise).get(0);
    }

    /**
     * All from one code, all at once.
     *
     * @param denoiser is not asked
     */
    @Override
    public List<Tensor> heal(Denoiser denoiser, Tensor films, Tensor weights, List<Integer> lambdas, Noise noise) {
        Weights.require(weights, films);
        lambdas.forEach(sampler.schedule()::alphaBar); // refuses a λ that is none
        List<Integer> ways = lambdas.stream().filter(lambda -> lambda > 0).toList();
        if (ways.isEmpty()) {
            return Collections.nCopies(lambdas.size(), films);
        }
        int level = level(sampler.schedule());
        Tensor code = sampler.encode(network.as(diseased), films, level);
        Tensor strengths = joined(ways.size(), way -> weights.times(strength(ways.get(way))));
        Noise repeated = at -> joined(ways.size(), way -> noise.at(at));
        Tensor healed = sampler.denoise(
                (noisy, levels) -> led(noisy, levels, strengths, repeated),
                joined(ways.size(), way -> code),
                level,
                repeated);
        return lambdas.stream()
                .map(lambda -> lambda == 0 ? films : sewn(films, weights, healed, ways.indexOf(lambda)))
                .toList();
    }

    private static int level(NoiseSchedule schedule) {
        return (int) Math.round(CODE * schedule.levels());
    }

    private double strength(int lambda) {
        return guidance * lambda / sampler.schedule().levels();
    }

    private static Tensor joined(int count, IntFunction<Tensor> each) {
        Tensor[] all = new Tensor[count];
        Arrays.setAll(all, each);
        return Tensors.concatenate(0, all);
    }

    private Tensor led(Tensor noisy, Tensor levels, Tensor strengths, Noise noise) {
        ClassDenoiser.Pair both = network.both(noisy, levels, healthy, diseased);
        Tensor clean = both.other().plus(both.difference().times(strengths));
        int level = (int) levels.longs()[0]; // all images are at the same
        if (control.isEmpty() || level > DETAILS * sampler.schedule().levels()) {
            return clean;
        }
        Tensor direction = Directions.even(control.get().direction(clean, level, noise));
        return clean.plus(direction.times(strengths).times(PUSH));
    }

    private static Tensor sewn(Tensor films, Tensor weights, Tensor healed, int way) {
        Tensor own = healed.narrow(0, way * films.size(0), films.size(0));
        return Tensors.where(Weights.inside(weights), own, films);
    }
}
