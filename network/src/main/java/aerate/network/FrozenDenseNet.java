package aerate.network;

import aerate.network.RectifiedNorm.Clamp;
import aerate.tensor.DataType;
import aerate.tensor.Functions;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A trained {@link DenseNet} for inference in bfloat16 on a CPU: the same function, to rounding, in fewer passes over
 * memory. A norm before a convolution is a clamp ({@link RectifiedNorm}), a norm behind one is part of it, a block's maps
 * are written where they stay, and transitions pool before they convolve, which commutes.
 */
final class FrozenDenseNet implements Inference {
    private final DenseNet network;
    private final List<Tensor> held = new ArrayList<>();
    private final Convolution stem;
    private final Tensor stemFloor; // where the stem's ReLU bends, int16
    private final List<Block> blocks = new ArrayList<>();
    private final Tensor lastScale;
    private final Tensor lastShift;

    private FrozenDenseNet(DenseNet network) {
        this.network = network;
        Map<String, Tensor> state = network.state();
        List<BlockNorms> norms = BlockNorms.of(state);
        float[] offsets = norms.get(0).offsets();
        RectifiedNorm norm0 = new RectifiedNorm(state, "features.norm0");
        stem = convolution(
                state.get("features.conv0.weight").times(alongOutputs(norm0.scale())),
                norm0.shift().minus(part(offsets, 0, norm0.channels())),
                2);
        stemFloor =
                hold(Clamp.bound(part(offsets, 0, norm0.channels()).times(-1).floats())
                        .raiseTo(0)); // where the offset is positive, no clamp behind lets anything lower pass
        Transition before = null;
        for (int i = 0; i < norms.size(); i++) {
            blocks.add(new Block(before, layers(state, norms.get(i), offsets)));
            if (i + 1 < norms.size()) {
                float[] next = norms.get(i + 1).offsets();
                before = transition(state, norms.get(i), offsets, next);
                offsets = next;
            }
        }
        RectifiedNorm norm5 = norms.get(norms.size() - 1).exit();
        lastScale = hold(norm5.scale().reshape(1, -1, 1, 1));
        lastShift = hold(norm5.scale()
                .times(part(offsets, 0, norm5.channels()))
                .plus(norm5.shift())
                .reshape(1, -1, 1, 1));
    }

    static FrozenDenseNet of(DenseNet network) {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off()) {
            return new FrozenDenseNet(network);
        }
    }

    @Override
    public Result infer(Tensor films) {
        Tensor map = lastMap(films);
        return new Result(network.embedding(map), network.head(map));
    }

    /** As {@link DenseNet#features}: {@code N x K x h x w}, float32. */
    Tensor lastMap(Tensor films) {
        Tensor x = stem.of(films.to(DataType.BFLOAT16)); // N x width x H/2 x W/2
        x = network.poolsEarly() ? Functions.maxPool(x, 3, 2, 1) : x;
        x = Tensors.larger(x.view(DataType.INT16), stemFloor).view(DataType.BFLOAT16); // ReLU
        for (Block block : blocks) {
            x = block.of(x);
        }
        return Functions.relu(x.to(DataType.FLOAT32).times(lastScale).plus(lastShift));
    }

    @Override
    public void close() {
        held.forEach(Tensor::close);
    }

    /** Norms of a block, by name: that of each layer, and the one that all its channels pass in the end. */
    private record BlockNorms(List<String> layers, List<RectifiedNorm> first, String transition, RectifiedNorm exit) {
        static List<BlockNorms> of(Map<String, Tensor> state) {
            List<BlockNorms> blocks = new ArrayList<>();
            while (state.containsKey(layer(blocks.size() + 1, 1) + ".conv1.weight")) {
                blocks.add(of(state, blocks.size() + 1));
            }
            return blocks;
        }

        private static BlockNorms of(Map<String, Tensor> state, int block) {
            List<String> layers = new ArrayList<>();
            List<RectifiedNorm> first = new ArrayList<>();
            while (state.containsKey(layer(block, layers.size() + 1) + ".conv1.weight")) {
                layers.add(layer(block, layers.size() + 1));
                first.add(new RectifiedNorm(state, layers.get(layers.size() - 1) + ".norm1"));
            }
            String transition = "features.transition" + block;
            String exit = state.containsKey(transition + ".conv.weight") ? transition + ".norm" : "features.norm5";
            return new BlockNorms(layers, first, transition, new RectifiedNorm(state, exit));
        }

        private static String layer(int block, int number) {
            return "features.denseblock" + block + ".denselayer" + number;
        }

        /** Of each channel, the lowest place where a norm bends. */
        float[] offsets() {
            float[] offsets = new float[exit.channels()];
            Arrays.fill(offsets, Float.POSITIVE_INFINITY);
            exit.lower(offsets);
            first.forEach(norm -> norm.lower(offsets));
            return offsets;
        }
    }

    private List<DenseLayer> layers(Map<String, Tensor> state, BlockNorms norms, float[] offsets) {
        List<DenseLayer> layers = new ArrayList<>();
        for (int i = 0; i < norms.layers().size(); i++) {
            String name = norms.layers().get(i);
            RectifiedNorm norm1 = norms.first().get(i);
            RectifiedNorm norm2 = new RectifiedNorm(state, name + ".norm2");
            Tensor grow = state.get(name + ".conv2.weight");
            layers.add(new DenseLayer(
                    hold(norm1.clamp(offsets)),
                    clamped(
                            norm1,
                            state.get(name + ".conv1.weight").times(alongOutputs(norm2.scale())),
                            norm2.shift(),
                            offsets),
                    convolution(
                            grow, part(offsets, norm1.channels(), grow.size(0)).times(-1), 1)));
        }
        return layers;
    }

    private Transition transition(Map<String, Tensor> state, BlockNorms norms, float[] offsets, float[] next) {
        Tensor weight = state.get(norms.transition() + ".conv.weight");
        Tensor bias = part(next, 0, weight.size(0)).times(-1);
        return new Transition(hold(norms.exit().clamp(offsets)), clamped(norms.exit(), weight, bias, offsets));
    }

    /** A convolution behind the clamp of a norm. */
    private Convolution clamped(RectifiedNorm norm, Tensor weight, Tensor bias, float[] offsets) {
        Tensor scaled = weight.times(norm.scale().reshape(1, -1, 1, 1)).to(DataType.BFLOAT16);
        return convolution(scaled, norm.bias(scaled, offsets).plus(bias), 1);
    }

    private Convolution convolution(Tensor weight, Tensor bias, int stride) {
        return new Convolution(
                hold(weight.to(DataType.BFLOAT16).channelsLast()), hold(bias.to(DataType.BFLOAT16)), stride);
    }

    private Clamp hold(Clamp clamp) {
        hold(clamp.lower());
        hold(clamp.upper());
        return clamp;
    }

    private Tensor hold(Tensor tensor) {
        held.add(tensor.owned());
        return tensor;
    }

    private static Tensor alongOutputs(Tensor values) {
        return values.reshape(-1, 1, 1, 1);
    }

    private static Tensor part(float[] values, long from, long length) {
        return Tensors.of(values, values.length).narrow(0, from, length);
    }

    private record Convolution(Tensor weight, Tensor bias, int stride) {
        Tensor of(Tensor x) {
            return Functions.conv2d(x, weight, bias, stride, (int) weight.size(2) / 2);
        }
    }

    /** Clamp - Conv 1x1 - ReLU - Conv 3x3: N x c to N x growth. */
    private record DenseLayer(Clamp clamp, Convolution narrow, Convolution grow) {
        Tensor of(Tensor x) {
            Tensor narrowed = narrow.of(clamp.of(x));
            narrowed.view(DataType.INT16).raiseTo(0); // ReLU
            return grow.of(narrowed);
        }
    }

    /** Clamp - average pooling 2x2 - Conv 1x1. */
    private record Transition(Clamp clamp, Convolution conv) {
        Tensor of(Tensor x) {
            return conv.of(Functions.averagePool(clamp.of(x), 2, 2));
        }
    }

    /** The transition that leads to a block, {@code null} for the first one, and the block's layers. */
    private record Block(Transition before, List<DenseLayer> layers) {
        Tensor of(Tensor input) {
            Tensor x = before == null ? input : before.of(input);
            long channels = x.size(1);
            long growth = layers.get(0).grow().weight().size(0);
            Tensor maps = Tensors.uninitialised(
                            DataType.BFLOAT16, x.size(0), x.size(2), x.size(3), channels + layers.size() * growth)
                    .transpose(2, 3)
                    .transpose(1, 2); // N x C x h x w, channels innermost
            maps.narrow(1, 0, channels).assign(x);
            for (DenseLayer layer : layers) {
                maps.narrow(1, channels, growth).assign(layer.of(maps.narrow(1, 0, channels)));
                channels += growth;
            }
            return maps;
        }
    }
}
