package aerate.diffusion;

import aerate.tensor.Tensor;

/**
 * The difference between what a network that is told classes makes of a noisy image as healthy and as diseased: x̂_0(x_t, healthy) −
 * x̂_0(x_t, diseased), as delta denoising has it (Hertz et al. 2023, arXiv 2304.07090), in direction the gradient of the
 * classifier that the network is, log p(healthy | x_t) − log p(diseased | x_t). What the network cannot know, the patient, is
 * in both and cancels.
 *
 * <p>A step's level t is drawn from the middle of the schedule, where disease is told from health: below, the image says it
 * all, above nothing.
 *
 * @param network that is told classes
 * @param healthy class to go to
 * @param diseased class to come from
 */
public record ClassDifference(NoiseSchedule schedule, ClassDenoiser network, int healthy, int diseased)
        implements Control {
    private static final double LEAST_LEVEL = 0.15; // of T
    private static final double GREATEST_LEVEL = 0.7;
    private static final double GOLDEN =
            0.6180339887498949; // multiples of it, modulo 1, are evenly spread, however many

    @Override
    public Tensor direction(Tensor image, int step, Noise noise) {
        double place = step * GOLDEN % 1;
        int level = (int) (schedule.levels() * (LEAST_LEVEL + (GREATEST_LEVEL - LEAST_LEVEL) * place));
        Tensor epsilon = noise.at(step).to(image.device());
        Tensor noisy = new ForwardProcess(schedule).noised(image, level, epsilon);
        return network.both(noisy, Sampler.levels(level, noisy), healthy, diseased)
                .difference();
    }
}
