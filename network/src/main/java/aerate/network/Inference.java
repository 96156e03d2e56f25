package aerate.network;

import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import aerate.tensor.Precision;
import aerate.tensor.Tensor;

/**
 * A trained classifier in the form that scores films fastest here. It keeps no gradients: explainers use the network
 * itself, which must stay open and unchanged as long as this is used.
 */
public interface Inference extends AutoCloseable {
    /**
     * What one pass gives.
     *
     * @param embedding of the films, {@code N x K}: {@link Network#embedding}
     * @param scores of the classes before softmax, {@code N x classes}
     */
    record Result(Tensor embedding, Tensor scores) {}

    /** Films {@code N x channels x H x W}, channels-last, to what the network says of them; without gradients. */
    Result infer(Tensor films);

    /** Frees what this holds beside the network. */
    @Override
    void close();

    /** Of a network on a device, by its running statistics: evaluation mode. */
    static Inference of(Network network, Device device) {
        boolean bfloat16 = Libtorch.prefersBfloat16(device);
        // Its integer comparisons would pass over a NaN: a network that holds one is left to say so itself.
        if (bfloat16 && device == Device.CPU && network instanceof DenseNet denseNet && isFinite(network)) {
            return FrozenDenseNet.of(denseNet);
        }
        return new AsTrained(network, device, bfloat16);
    }

    private static boolean isFinite(Network network) {
        return network.state().values().stream().allMatch(Tensor::isFinite);
    }

    /** The network as it is, with convolutions in bfloat16 where that is faster. */
    record AsTrained(Network network, Device device, boolean bfloat16) implements Inference {
        @Override
        public Result infer(Tensor films) {
            try (Precision precision = Precision.of(device, bfloat16)) {
                Tensor map = network.features(films);
                return new Result(network.embedding(map), network.head(map));
            }
        }

        @Override
        public void close() {}
    }
}
