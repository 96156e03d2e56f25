package aerate.network;

import aerate.tensor.Functions;
import aerate.tensor.Tensor;
import aerate.tensor.layer.BatchNorm;
import aerate.tensor.layer.Conv;
import aerate.tensor.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Residual network (He et al. 2016, arXiv 1512.03385, table 1), with the stride of a bottleneck in its 3x3 convolution, as
 * torchvision has it ("v1.5"). Parameter names are torchvision's.
 */
public final class ResNet extends Network {
    private static final int EXPANSION = 4; // of a bottleneck
    private static final int WIDTH = 64;

    private final List<Stage> stages = new ArrayList<>();
    private final ClassifierHead head;

    private ResNet(int channels, boolean bottlenecks, int[] blocks, int hidden, int classes) {
        Conv conv = child("conv1", Conv.of(channels, WIDTH, 7, 2));
        BatchNorm norm = child("bn1", BatchNorm.of(WIDTH));
        int in = WIDTH;
        for (int stage = 0; stage < blocks.length; stage++) {
            String name = "layer" + (stage + 1);
            List<Layer> layers = new ArrayList<>(stage == 0 ? List.of(new Stem(conv, norm)) : List.of());
            int width = WIDTH << stage;
            for (int i = 0; i < blocks[stage]; i++) {
                int stride = stage > 0 && i == 0 ? 2 : 1;
                Block block = bottlenecks ? Block.bottleneck(in, width, stride) : Block.basic(in, width, stride);
                layers.add(child(name + "." + i, block));
                in = bottlenecks ? width * EXPANSION : width;
            }
            stages.add(Stage.of(name, layers));
        }
        this.head = child("", ClassifierHead.named("fc", in, hidden, classes, 0));
    }

    /** ResNet-18, 11.7 M parameters; its last map is 512 channels of 1/32 of the film's size. */
    public static ResNet resnet18(int channels, int hidden, int classes) {
        return new ResNet(channels, false, new int[] {2, 2, 2, 2}, hidden, classes);
    }

    /** ResNet-50, 25.6 M parameters; its last map is 2048 channels of 1/32 of the film's size. */
    public static ResNet resnet50(int channels, int hidden, int classes) {
        return new ResNet(channels, true, new int[] {3, 4, 6, 3}, hidden, classes);
    }

    /** ResNet-152, 60.2 M parameters. */
    public static ResNet resnet152(int channels, int hidden, int classes) {
        return new ResNet(channels, true, new int[] {3, 8, 36, 3}, hidden, classes);
    }

    /** ResNet-200, 64.7 M parameters, of the depths that timm gives it. */
    public static ResNet resnet200(int channels, int hidden, int classes) {
        return new ResNet(channels, true, new int[] {3, 24, 36, 3}, hidden, classes);
    }

    /** {@code layer1} to {@code layer4}; the first block of all but the first halves height and width. */
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

    /** What comes before the blocks, of parameters that are the network's own: N x channels x H x W to N x 64 x H/4 x W/4. */
    private static final class Stem extends Layer {
        private final Conv conv;
        private final BatchNorm norm;

        Stem(Conv conv, BatchNorm norm) {
            this.conv = conv;
            this.norm = norm;
        }

        @Override
        public Tensor forward(Tensor films) {
            return Functions.maxPool(Functions.relu(norm.forward(conv.forward(films))), 3, 2, 1);
        }
    }

    /** Convolutions whose result is added to what came in: N x in x h x w to N x out x h/stride x w/stride. */
    private static final class Block extends Layer {
        private final List<Conv> convs = new ArrayList<>();
        private final List<BatchNorm> norms = new ArrayList<>();
        private final Shortcut shortcut;

        private Block(int in, int out, int stride) {
            this.shortcut = in == out && stride == 1 ? null : new Shortcut(in, out, stride);
        }

        /** Conv 3x3 - conv 3x3. */
        static Block basic(int in, int width, int stride) {
            return new Block(in, width, stride)
                    .then(Conv.of(in, width, 3, stride), width)
                    .then(Conv.of(width, width, 3, 1), width)
                    .complete();
        }

        /** Conv 1x1 - conv 3x3 - conv 1x1 to four times the width. */
        static Block bottleneck(int in, int width, int stride) {
            int out = width * EXPANSION;
            return new Block(in, out, stride)
                    .then(Conv.of(in, width, 1, 1), width)
                    .then(Conv.of(width, width, 3, stride), width)
                    .then(Conv.of(width, out, 1, 1), out)
                    .complete();
        }

        private Block then(Conv conv, int out) {
            convs.add(child("conv" + (convs.size() + 1), conv));
            norms.add(child("bn" + (norms.size() + 1), BatchNorm.of(out)));
            return this;
        }

        /** The shortcut's parameters come last, as torchvision's do. */
        private Block complete() {
            if (shortcut != null) {
                child("downsample", shortcut);
            }
            return this;
        }

        @Override
        public Tensor forward(Tensor x) {
            Tensor branch = x;
            for (int i = 0; i < convs.size(); i++) {
                branch = norms.get(i).forward(convs.get(i).forward(branch));
                if (i + 1 < convs.size()) {
                    branch = Functions.relu(branch);
                }
            }
            return Functions.relu(branch.plus(shortcut == null ? x : shortcut.forward(x)));
        }
    }

    /** Conv 1x1 - BN, where a block changes the shape. */
    private static final class Shortcut extends Layer {
        private final Conv conv;
        private final BatchNorm norm;

        Shortcut(int in, int out, int stride) {
            this.conv = child("0", Conv.of(in, out, 1, stride));
            this.norm = child("1", BatchNorm.of(out));
        }

        @Override
        public Tensor forward(Tensor x) {
            return norm.forward(conv.forward(x));
        }
    }
}
