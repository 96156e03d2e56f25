package aerate.diffusion;

import aerate.tensor.Tensor;

/** What steers a healing: in which direction an image becomes more surely healthy. */
@FunctionalInterface
public interface Control {
    /**
     * The direction at an image, of any length.
     *
     * @param image {@code N x C x H x W}
     * @param step which step of the way this is, from 0
     * @param noise asked by the number of a step, it gives every step its own
     * @return of the shape of {@code image}
     */
    Tensor direction(Tensor image, int step, Noise noise);
}
