package aerate.diffusion;

import aerate.tensor.Tensor;
import java.util.List;

/**
 * Takes films forward to noise level λ and back with a denoiser that has seen healthy films only, so that disease
 * is not found again on the way back. One way, one file, one paper.
 */
public interface Healing {
    /**
     * The healed films.
     *
     * @param films {@code N x C x H x W} in [-1, 1]
     * @param weights where the disease is, {@code N x 1 x H x W} in [0, 1], 0 where the film is to stay
     * @param lambda λ in [0, T], the length of the way; at 0 the films come back as they are
     * @param noise of the shape of {@code films}
     * @throws IllegalArgumentException for a λ or weights out of range
     */
    Tensor heal(Denoiser denoiser, Tensor films, Tensor weights, int lambda, Noise noise);

    /**
     * The same for the films of a course.
     *
     * @param lambdas λ of each
     * @return in their order
     */
    default List<Tensor> heal(Denoiser denoiser, Tensor films, Tensor weights, List<Integer> lambdas, Noise noise) {
        return lambdas.stream()
                .map(lambda -> heal(denoiser, films, weights, lambda, noise))
                .toList();
    }
}
