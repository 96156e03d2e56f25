package aerate.network;

import aerate.tensor.Tensor;
import java.util.Optional;

/**
 * A classifier cut in two at one of its feature maps, so that an explainer can stand between: libtorch has no hooks that
 * would let it in. A view of a network that it owns nothing of.
 */
public interface Cut {
    /** Films {@code N x channels x H x W} to the feature map, {@code N x K x h x w}, not negative. */
    Tensor features(Tensor films);

    /** The feature map to class scores before softmax, {@code N x classes}. */
    Tensor head(Tensor features);

    /**
     * The weights {@code classes x K} of a head that is global average pooling straight into the scores, which is what
     * class activation maps need; empty for any other head.
     */
    Optional<Tensor> classWeights();
}
