package aerate.diffusion;

import aerate.tensor.Tensor;

/** What steers a {@link Guided} healing: in which direction an image becomes more surely healthy. */
@FunctionalInterface
public interface Control {
    /**
     * ∇ log p(healthy | x_0).
     *
     * @param clean x̂_0, {@code N x C x H x W}
     * @return of the same shape
     */
    Tensor gradient(Tensor clean);
}
