package aerate.network;

import aerate.tensor.Functions;
import aerate.tensor.Tensor;
import aerate.tensor.layer.BatchNorm;
import aerate.tensor.layer.Conv;
import aerate.tensor.layer.Layer;
import aerate.tensor.layer.Linear;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Very deep plain network of 3x3 convolutions (Simonyan &amp; Zisserman 2015, arXiv 1409.1556, table 1), with or without
 * batch normalisation. Parameter names are torchvision's, which count every step of the sequence.
 */
public final class Vgg extends Network {
    /** The paper's dropout between the dense layers. */
    static final double DROPOUT = 0.5;

    private static final int POOL = 0;
    private static final int[] D = { // channels of each convolution
        64, 64, POOL, 128, 128, POOL, 256, 256, 256, POOL, 512, 512, 512, POOL, 512, 512, 512, POOL
    };
    private static final int LAST = 512;

    private final List<Stage> stages = new ArrayList<>();
    private final Layer head;

    private Vgg(int channels, boolean normalised, Layer head) {
        List<Layer> layers = new ArrayList<>();
        int in = channels;
        int place = 0;
        for (int out : D) {
            if (out == POOL) {
                stages.add(Stage.of("block" + (stages.size() + 1), layers));
                layers = new ArrayList<>(List.of(new HalvingPool()));
                place++;
            } else {
                Conv conv = child("features." + place, Conv.biased(in, out, 3, 1));
                layers.add(new Step(conv, normalised ? child("features." + (place + 1), BatchNorm.of(out)) : null));
                place += normalised ? 3 : 2;
                in = out;
            }
        }
        stages.add(Stage.of("pool5", layers));
        this.head = child("", head);
    }

    /**
     * VGG16 without normalisation, configuration D; its last map is 512 channels of 1/32 of the film's size.
     *
     * @param hidden width of both dense layers before the scores, 4096 in the paper; 0 for global average pooling straight
     *     into the scores
     * @param dropout after each of them, in [0, 1)
     */
    public static Vgg vgg16(int channels, int hidden, int classes, double dropout) {
        return new Vgg(channels, false, head(hidden, classes, dropout));
    }

    /** As {@link #vgg16}, with batch normalisation after each convolution. */
    public static Vgg vgg16Normalised(int channels, int hidden, int classes, double dropout) {
        return new Vgg(channels, true, head(hidden, classes, dropout));
    }

    private static Layer head(int hidden, int classes, double dropout) {
        return hidden == 0 ? ClassifierHead.of(LAST, 0, classes) : new DenseHead(hidden, classes, dropout);
    }

    /** {@code block1} to {@code block5} before their pooling, then {@code pool5}, the last map. */
    @Override
    public List<Stage> stages() {
        return List.copyOf(stages);
    }

    @Override
    public Tensor features(Tensor films) {
        return Stage.through(stages, films); // N x 512 x H/32 x W/32
    }

    @Override
    public Tensor head(Tensor features) {
        return head.forward(features);
    }

    @Override
    public Optional<Tensor> classWeights() {
        return head instanceof ClassifierHead pooled ? pooled.classWeights() : Optional.empty();
    }

    /** Convolution 3x3, normalisation where there is one, ReLU. */
    private static final class Step extends Layer {
        private final Conv conv;
        private final BatchNorm norm;

        Step(Conv conv, BatchNorm norm) {
            this.conv = conv;
            this.norm = norm;
        }

        @Override
        public Tensor forward(Tensor x) {
            Tensor maps = conv.forward(x);
            return Functions.relu(norm == null ? maps : norm.forward(maps));
        }
    }

    /** Max pooling 2x2. */
    private static final class HalvingPool extends Layer {
        @Override
        public Tensor forward(Tensor x) {
            return Functions.maxPool(x, 2, 2, 0);
        }
    }

    /** Pooling to 7x7 and three dense layers: N x 512 x h x w to N x classes. */
    private static final class DenseHead extends Layer {
        private static final int SIDE = 7;

        private final Linear first;
        private final Linear second;
        private final Linear scores;
        private final double dropout;

        DenseHead(int hidden, int classes, double dropout) {
            this.first = child("classifier.0", Linear.of(LAST * SIDE * SIDE, hidden));
            this.second = child("classifier.3", Linear.of(hidden, hidden));
            this.scores = child("classifier.6", Linear.of(hidden, classes));
            this.dropout = dropout;
        }

        @Override
        public Tensor forward(Tensor features) {
            Tensor pooled = Functions.adaptiveAveragePool(features, SIDE); // N x 512 x 7 x 7
            Tensor x = dropped(first.forward(pooled.reshape(pooled.size(0), LAST * SIDE * SIDE)));
            return scores.forward(dropped(second.forward(x)));
        }

        private Tensor dropped(Tensor x) {
            return Functions.dropout(Functions.relu(x), dropout, isTraining());
        }
    }
}
