package aerate.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/**
 * densenet121_2048fc as someone would write it who calls libtorch through bytedeco and nothing between: the very
 * operations of {@link aerate.network.DenseNet}, with whatever can be made beforehand made beforehand.
 *
 * <p>To be built outside of every {@code PointerScope}, whose end would free the weights.
 */
final class RawDenseNet implements AutoCloseable {
    private static final double MOMENTUM = 0.1;
    private static final double EPSILON = 1e-5;
    private static final int[] BLOCKS = {6, 12, 24, 16};
    private static final long[] ZERO = {0, 0};
    private static final long[] ONE = {1, 1};
    private static final long[] TWO = {2, 2};
    private static final long[] THREE = {3, 3};

    private final Map<String, Tensor> state = new LinkedHashMap<>();
    private final TensorOptional noBias = new TensorOptional();
    private final LongOptional noDivisor = new LongOptional();
    private final Norm norm0;
    private final Norm norm5;
    private final List<List<DenseLayer>> blocks = new ArrayList<>();
    private final List<Transition> transitions = new ArrayList<>();
    private final TensorOptional hiddenBias;
    private final TensorOptional scoreBias;
    private boolean training;

    private record Norm(TensorOptional weight, TensorOptional bias, TensorOptional mean, TensorOptional variance) {}

    private record DenseLayer(Norm norm1, Tensor conv1, Norm norm2, Tensor conv2) {}

    private record Transition(Norm norm, Tensor conv) {}

    /** With a copy of the parameters and buffers of the network that it is held against. */
    RawDenseNet(aerate.network.DenseNet network) {
        network.state().forEach((name, tensor) -> state.put(name, copy(tensor)));
        network.parameters().keySet().forEach(name -> state.get(name).set_requires_grad(true));
        norm0 = norm("features.norm0");
        for (int i = 1; i <= BLOCKS.length; i++) {
            List<DenseLayer> block = new ArrayList<>();
            for (int j = 1; j <= BLOCKS[i - 1]; j++) {
                String name = "features.denseblock" + i + ".denselayer" + j;
                block.add(new DenseLayer(
                        norm(name + ".norm1"),
                        weight(name + ".conv1"),
                        norm(name + ".norm2"),
                        weight(name + ".conv2")));
            }
            blocks.add(block);
            if (i < BLOCKS.length) {
                String name = "features.transition" + i;
                transitions.add(new Transition(norm(name + ".norm"), weight(name + ".conv")));
            }
        }
        norm5 = norm("features.norm5");
        hiddenBias = optional("classifier.0.bias");
        scoreBias = optional("classifier.2.bias");
    }

    private static Tensor copy(aerate.tensor.Tensor tensor) {
        float[] values = tensor.floats();
        Tensor flat = torch.empty(values.length);
        flat.data_ptr_float().put(values, 0, values.length);
        Tensor copy = flat.reshape(tensor.shape());
        Tensor laid = tensor.rank() == 4 ? channelsLast(copy) : copy;
        laid.retainReference();
        return laid;
    }

    /** With channels innermost, by hand where there is one channel: there libtorch would leave the strides alone. */
    static Tensor channelsLast(Tensor images) {
        long height = images.size(2);
        long width = images.size(3);
        return images.size(1) > 1
                ? images.contiguous(MemoryFormat.ChannelsLast)
                : images.as_strided(
                        new long[] {images.size(0), 1, height, width}, new long[] {height * width, 1, width, 1});
    }

    private Norm norm(String name) {
        return new Norm(
                optional(name + ".weight"),
                optional(name + ".bias"),
                optional(name + ".running_mean"),
                optional(name + ".running_var"));
    }

    private TensorOptional optional(String name) {
        return new TensorOptional(state.get(name));
    }

    private Tensor weight(String layer) {
        return state.get(layer + ".weight");
    }

    /** The trainable tensors. */
    TensorVector parameters() {
        return new TensorVector(
                state.values().stream().filter(Tensor::requires_grad).toArray(Tensor[]::new));
    }

    void training(boolean on) {
        training = on;
    }

    /** Films {@code N x 1 x H x W} to scores {@code N x 2}. */
    Tensor forward(Tensor films) {
        Tensor map = features(films);
        Tensor pooled = torch.adaptive_avg_pool2d(map, 1, 1).reshape(map.size(0), map.size(1));
        Tensor hidden = torch.relu(torch.linear(pooled, weight("classifier.0"), hiddenBias));
        return torch.linear(hidden, weight("classifier.2"), scoreBias);
    }

    /** Films {@code N x 1 x H x W} to the last feature map, {@code N x 1024 x H/32 x W/32}. */
    Tensor features(Tensor films) {
        Tensor x = normRelu(torch.conv2d(films, weight("features.conv0"), noBias, TWO, THREE, ONE, 1), norm0);
        x = torch.max_pool2d(x, THREE, TWO, ONE, ONE, false);
        for (int i = 0; i < BLOCKS.length; i++) {
            for (DenseLayer layer : blocks.get(i)) {
                Tensor narrow = convolve(normRelu(x, layer.norm1), layer.conv1, ZERO);
                Tensor grown = convolve(normRelu(narrow, layer.norm2), layer.conv2, ONE);
                x = torch.cat(new TensorVector(x, grown), 1);
            }
            if (i < transitions.size()) {
                Transition transition = transitions.get(i);
                x = convolve(normRelu(x, transition.norm), transition.conv, ZERO);
                x = torch.avg_pool2d(x, TWO, TWO, ZERO, false, true, noDivisor);
            }
        }
        return normRelu(x, norm5);
    }

    private Tensor normRelu(Tensor x, Norm norm) {
        return torch.relu(torch.batch_norm(
                x, norm.weight, norm.bias, norm.mean, norm.variance, training, MOMENTUM, EPSILON, true));
    }

    private Tensor convolve(Tensor x, Tensor weight, long[] padding) {
        return torch.conv2d(x, weight, noBias, ONE, padding, ONE, 1);
    }

    @Override
    public void close() {
        state.values().forEach(Tensor::close);
    }
}
