package aerate.diffusion;

import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves a film by the difference between what a network of two classes makes of it as healthy and as diseased (delta denoising
 * score, Hertz et al. 2023, arXiv 2304.07090). Both are asked of the film with the same noise, so that what the network
 * cannot know, the patient, cancels, and what is left is the disease: x ← x + η w (s (x̂_0(x_t, healthy) − x̂_0(y_t, diseased)) −
 * (x − y)), y the film as it was.
 *
 * <p>Of the films on the way, which are all that a course needs, λ counts the steps: λ = T would be {@code T / stride} of them.
 * Each step's level t is drawn from the middle of the schedule, where disease is told from health: below, the film says it
 * all, above nothing.
 *
 * @param network that is told classes
 * @param healthy class to go to
 * @param diseased class to come from
 * @param stride λ that a step takes
 * @param strength s, above 0; 1 is the difference as it is
 */
public record DeltaDenoising(
        NoiseSchedule schedule,
        ClassifierFree.ClassDenoiser network,
        int healthy,
        int diseased,
        int stride,
        double strength)
        implements Healing {
    private static final double RATE = 0.08; // η
    private static final double LEAST_LEVEL = 0.15; // of T
    private static final double GREATEST_LEVEL = 0.7;
    private static final double GOLDEN = 0.6180339887498949; // multiples of it, modulo 1, are evenly spread, however many

    public DeltaDenoising {
        Step.requireStride(stride, schedule);
        if (!(strength > 0)) {
            throw new IllegalArgumentException("the difference's strength must be above 0, was " + strength);
        }
    }

    @Override
    public Tensor heal(Denoiser denoiser, Tensor films, Tensor weights, int lambda, Noise noise) {
        return heal(denoiser, films, weights, List.of(lambda), noise).get(0);
    }

    /** All in one go: a film of a course is on the way to the next. */
    @Override
    public List<Tensor> heal(Denoiser denoiser, Tensor films, Tensor weights, List<Integer> lambdas, Noise noise) {
        Weights.require(weights, films);
        List<Tensor> healed = new ArrayList<>();
        Tensor current = films;
        int done = 0;
        for (int lambda : lambdas) {
            schedule.alphaBar(lambda); // refuses a λ that is none
            int steps = steps(lambda, stride);
            if (steps < done) {
                throw new IllegalArgumentException("λ must ascend along a course, were " + lambdas);
            }
            List<Integer> more = IntStream.range(done, steps).boxed().toList();
            current = Scope.iterate(current, more, (image, step) -> step(image, films, weights, step, noise));
            current = current.plus(0); // each film its own, as the next iteration frees what it began with
            healed.add(steps == 0 ? films : Tensors.where(Weights.inside(weights), current, films));
            done = steps;
        }
        return healed;
    }

    /** How many steps lead to λ. */
    public static int steps(int lambda, int stride) {
        return (lambda + stride - 1) / stride;
    }

    private Tensor step(Tensor image, Tensor film, Tensor weights, int step, Noise noise) {
        double place = step * GOLDEN % 1;
        int level = (int) (schedule.levels() * (LEAST_LEVEL + (GREATEST_LEVEL - LEAST_LEVEL) * place));
        int images = Math.toIntExact(image.size(0));
        Tensor epsilon = noise.at(step).to(image.device());
        ForwardProcess forward = new ForwardProcess(schedule);
        Tensor noisy = forward.noised(image, level, epsilon);
        Tensor both = network.clean(
                Tensors.concatenate(0, noisy, noisy),
                Sampler.levels(level, Tensors.concatenate(0, image, film)),
                labels(images));
        Tensor treatment = both.narrow(0, 0, images).minus(both.narrow(0, images, images));
        Tensor size = treatment.square().mean(1, 2, 3).sqrt().plus(1e-12).reshape(-1, 1, 1, 1);
        return image.plus(treatment.over(size).times(weights).times(strength * stride / schedule.levels()));
    }

    private Tensor labels(int images) {
        long[] labels = new long[2 * images];
        Arrays.fill(labels, 0, images, healthy);
        Arrays.fill(labels, images, labels.length, diseased);
        return Tensors.of(labels, labels.length);
    }
}
