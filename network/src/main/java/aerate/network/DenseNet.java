package aerate.network;

import aerate.tensor.Functions;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.BatchNorm;
import aerate.tensor.layer.Conv;
import aerate.tensor.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Densely connected network with bottlenecks and compression 0.5: DenseNet-BC (Huang et al. 2017, arXiv 1608.06993,
 * table 1). Parameter names are torchvision's.
 */
public final class DenseNet extends Network {
    private static final int BOTTLENECK = 4;

    private final Stem stem;
    private final List<Stage> stages = new ArrayList<>();
    private final ClassifierHead head;

    private DenseNet(Stem stem, int width, int growth, int[] blocks, int hidden, int classes) {
        this.stem = stem;
        Layer entry = child("features", stem);
        int channels = width;
        for (int i = 0; i < blocks.length; i++) {
            String name = "denseblock" + (i + 1);
            String after = "features.transition" + (i + 1);
            boolean last = i + 1 == blocks.length;
            Layer block = child("features." + name, new DenseBlock(channels, growth, blocks[i]));
            channels += blocks[i] * growth;
            BatchNorm norm = child(last ? "features.norm5" : after + ".norm", BatchNorm.of(channels));
            // What the next stage sees, and the head: without norm and ReLU a block's maps have no common scale.
            stages.add(Stage.of(name, List.of(entry, block, norm, new Rectifier())));
            if (!last) {
                entry = child(after, new Halving(channels, channels / 2));
                channels /= 2;
            }
        }
        this.head = child("", ClassifierHead.of(channels, hidden, classes));
    }

    /** DenseNet-121, 7 M parameters; its last map is 1024 channels of 1/32 of the film's size. */
    public static DenseNet densenet121(int channels, int hidden, int classes) {
        return new DenseNet(new Stem(channels, 64, 7, true), 64, 32, new int[] {6, 12, 24, 16}, hidden, classes);
    }

    /** A small one for films of 64 px; its last map is an eighth of the film's size, so that heat maps are fine. */
    public static DenseNet small(int channels, int hidden, int classes) {
        return new DenseNet(new Stem(channels, 24, 3, false), 24, 12, new int[] {4, 6, 2}, hidden, classes);
    }

    /** {@code denseblock1} and so on, each with the norm and the ReLU that follow it. */
    @Override
    public List<Stage> stages() {
        return List.copyOf(stages);
    }

    @Override
    public Tensor features(Tensor films) {
        return Stage.through(stages, films);
    }

    @Override
    public Tensor head(Tensor features) {
        return head.forward(features);
    }

    @Override
    public Optional<Tensor> classWeights() {
        return head.classWeights();
    }

    /** Whether the stem ends in max pooling. */
    boolean poolsEarly() {
        return stem.pool;
    }

    /** Convolution of stride 2, and max pooling of stride 2 where films are large: to H/4 x W/4, or H/2 x W/2. */
    private static final class Stem extends Layer {
        private final Conv conv;
        private final BatchNorm norm;
        private final boolean pool;

        Stem(int channels, int width, int kernel, boolean pool) {
            this.conv = child("conv0", Conv.of(channels, width, kernel, 2));
            this.norm = child("norm0", BatchNorm.of(width));
            this.pool = pool;
        }

        @Override
        public Tensor forward(Tensor films) {
            Tensor x = Functions.relu(norm.forward(conv.forward(films)));
            return pool ? Functions.maxPool(x, 3, 2, 1) : x;
        }
    }

    /** Layers that each see all maps before them: N x c to N x (c + layers · growth). */
    private static final class DenseBlock extends Layer {
        private final List<DenseLayer> layers = new ArrayList<>();

        DenseBlock(int channels, int growth, int count) {
            for (int i = 0; i < count; i++) {
                layers.add(child("denselayer" + (i + 1), new DenseLayer(channels + i * growth, growth)));
            }
        }

        @Override
        public Tensor forward(Tensor x) {
            Tensor maps = x;
            for (DenseLayer layer : layers) {
                // Joining two tensors costs less than joining the whole list again at every layer.
                maps = Tensors.concatenate(1, maps, layer.forward(maps));
            }
            return maps;
        }
    }

    /** BN - ReLU - Conv 1x1 - BN - ReLU - Conv 3x3: N x c to N x growth. */
    private static final class DenseLayer extends Layer {
        private final BatchNorm norm1;
        private final Conv conv1;
        private final BatchNorm norm2;
        private final Conv conv2;

        DenseLayer(int channels, int growth) {
            this.norm1 = child("norm1", BatchNorm.of(channels));
            this.conv1 = child("conv1", Conv.of(channels, BOTTLENECK * growth, 1, 1));
            this.norm2 = child("norm2", BatchNorm.of(BOTTLENECK * growth));
            this.conv2 = child("conv2", Conv.of(BOTTLENECK * growth, growth, 3, 1));
        }

        @Override
        public Tensor forward(Tensor x) {
            Tensor narrow = conv1.forward(Functions.relu(norm1.forward(x)));
            return conv2.forward(Functions.relu(norm2.forward(narrow)));
        }
    }

    /** ReLU. */
    private static final class Rectifier extends Layer {
        @Override
        public Tensor forward(Tensor x) {
            return Functions.relu(x);
        }
    }

    /** The rest of a transition after its BN - ReLU: Conv 1x1 - average pooling 2x2. */
    private static final class Halving extends Layer {
        private final Conv conv;

        Halving(int in, int out) {
            this.conv = child("conv", Conv.of(in, out, 1, 1));
        }

        @Override
        public Tensor forward(Tensor x) {
            return Functions.averagePool(conv.forward(x), 2, 2);
        }
    }
}
