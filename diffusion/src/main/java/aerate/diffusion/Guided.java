package aerate.diffusion;

import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Led from the film itself towards health, step by step: counterfactual by latent shift (Cohen et al. 2021, arXiv 2102.09475),
 * by a classifier's gradient, by that of the denoiser ({@link ClassDifference}), or by both.
 *
 * <p>As optimal control: of all u_t that move a film by dx = w u_t dt from today's, t = 0…λ, find the one of least
 * −log p(healthy | x_λ) with ‖u_t‖ = c. By Pontryagin's principle u_t points along the costate; here it is greedy, along the
 * gradient at x_t. Directions are clipped, so that no place runs ahead, and have one length, so that λ measures the way:
 * films of a course are on the way to the next.
 *
 * @param controls their directions add, each at length 1
 * @param stride λ that a step takes
 * @param strength root mean square of the way to T, in units of the images, where nothing turns it back
 */
public record Guided(NoiseSchedule schedule, List<Control> controls, int stride, double strength) implements Healing {
    public Guided {
        controls = List.copyOf(controls);
        Step.requireStride(stride, schedule);
        if (!(strength >= 0)) {
            throw new IllegalArgumentException("guidance must be at least 0, was " + strength);
        }
        if (controls.isEmpty()) {
            throw new IllegalArgumentException("a guided healing must have at least 1 control, had 0");
        }
    }

    /** How many steps lead to λ. */
    public static int steps(int lambda, int stride) {
        return (lambda + stride - 1) / stride;
    }

    @Override
    public Tensor heal(Denoiser denoiser, Tensor films, Tensor weights, int lambda, Noise noise) {
        return heal(denoiser, films, weights, List.of(lambda), noise).get(0);
    }

    /** All in one go. */
    @Override
    public List<Tensor> heal(Denoiser denoiser, Tensor films, Tensor weights, List<Integer> lambdas, Noise noise) {
        Weights.require(weights, films);
        NavigableMap<Integer, Tensor> healed = new TreeMap<>();
        Tensor current = films;
        int done = 0;
        for (int lambda : new TreeSet<>(lambdas)) {
            schedule.alphaBar(lambda); // refuses a λ that is none
            List<Integer> more =
                    IntStream.range(done, steps(lambda, stride)).boxed().toList();
            current = Scope.iterate(current, more, (image, step) -> step(image, weights, step, noise));
            healed.put(lambda, current);
            done = steps(lambda, stride);
        }
        return lambdas.stream().map(healed::get).toList();
    }

    private Tensor step(Tensor image, Tensor weights, int step, Noise noise) {
        Tensor sum = controls.stream()
                .map(control -> Directions.even(control.direction(image, step, noise)))
                .reduce(Tensor::plus)
                .orElseThrow();
        Tensor moved = image.plus(Directions.unit(sum).times(weights).times(strength * stride / schedule.levels()));
        return Tensors.where(Weights.inside(weights), moved, image);
    }
}
