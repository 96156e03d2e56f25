package aerate.network;

import aerate.tensor.Functions;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.BatchNorm;
import aerate.tensor.layer.Conv;
import aerate.tensor.layer.Layer;
import aerate.tensor.layer.Linear;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Inception-v3 (Szegedy et al. 2016, arXiv 1512.00567, table 1), 27.2 M parameters with its auxiliary head; its last map is
 * 2048 channels, 8 x 8 of a film of 299 px. Parameter names are torchvision's.
 */
public final class Inception extends Network {
    /** Dropout before the scores. */
    static final double DROPOUT = 0.5;

    private static final int SMALLEST = 75; // of a smaller film, nothing is left of the last map

    private final Stage fine;
    private final Stage middle;
    private final AuxiliaryHead auxiliary;
    private final Stage coarse;
    private final ClassifierHead head;

    private Inception(int channels, int hidden, int classes, double dropout) {
        List<Layer> layers = new ArrayList<>();
        layers.add(child("Conv2d_1a_3x3", Unit.halving(channels, 32, 3)));
        layers.add(child("Conv2d_2a_3x3", Unit.unpadded(32, 32, 3)));
        layers.add(child("Conv2d_2b_3x3", Unit.of(32, 64, 3)));
        layers.add(new HalvingPool()); // N x 64 x 73 x 73 of 299 px
        layers.add(child("Conv2d_3b_1x1", Unit.of(64, 80, 1)));
        layers.add(child("Conv2d_4a_3x3", Unit.unpadded(80, 192, 3)));
        layers.add(new HalvingPool()); // N x 192 x 35 x 35
        layers.add(child("Mixed_5b", small(192, 32)));
        layers.add(child("Mixed_5c", small(256, 64)));
        layers.add(child("Mixed_5d", small(288, 64)));
        fine = Stage.of("Mixed_5d", layers);
        layers.clear();
        layers.add(child("Mixed_6a", smallToMiddle(288))); // N x 768 x 17 x 17
        layers.add(child("Mixed_6b", middle(128)));
        layers.add(child("Mixed_6c", middle(160)));
        layers.add(child("Mixed_6d", middle(160)));
        layers.add(child("Mixed_6e", middle(192)));
        middle = Stage.of("Mixed_6e", layers);
        layers.clear();
        auxiliary = child("AuxLogits", new AuxiliaryHead(classes));
        layers.add(child("Mixed_7a", middleToLarge())); // N x 1280 x 8 x 8
        layers.add(child("Mixed_7b", large(1280)));
        layers.add(child("Mixed_7c", large(2048)));
        coarse = Stage.of("Mixed_7c", layers);
        head = child("", ClassifierHead.named("fc", 2048, hidden, classes, dropout));
    }

    /**
     * Inception-v3 for films of at least 75 px.
     *
     * @param hidden width of the layer before the scores, 0 for none
     * @param dropout before the head's layers, in [0, 1)
     */
    public static Inception v3(int channels, int hidden, int classes, double dropout) {
        return new Inception(channels, hidden, classes, dropout);
    }

    /** {@code Mixed_5d}, {@code Mixed_6e} and {@code Mixed_7c}: the last maps of each size. */
    @Override
    public List<Stage> stages() {
        return List.of(new Stage(fine.name(), this::fineMap), middle, coarse);
    }

    @Override
    public Tensor features(Tensor films) {
        return Stage.through(stages(), films);
    }

    @Override
    public Tensor head(Tensor features) {
        return head.forward(features);
    }

    @Override
    public TrainingScores trainingScores(Tensor films) {
        Tensor map = middle.function().apply(fineMap(films));
        return new TrainingScores(head(coarse.function().apply(map)), Optional.of(auxiliary.forward(map)));
    }

    @Override
    public Optional<Tensor> classWeights() {
        return head.classWeights();
    }

    private Tensor fineMap(Tensor films) {
        if (Math.min(films.size(2), films.size(3)) < SMALLEST) {
            throw new IllegalArgumentException("films for Inception-v3 must be at least " + SMALLEST + " px, were "
                    + films.size(3) + " x " + films.size(2));
        }
        return fine.function().apply(films);
    }

    private static Tensor through(List<Layer> layers, Tensor x) {
        Tensor result = x;
        for (Layer layer : layers) {
            result = layer.forward(result);
        }
        return result;
    }

    /** Figure 5: 35 x 35, to 224 + pooled channels. */
    private static Mixed small(int in, int pooled) {
        return new Mixed()
                .branch("branch1x1", Unit.of(in, 64, 1))
                .branch("branch5x5", Unit.of(in, 48, 1), Unit.of(48, 64, 5))
                .branch("branch3x3dbl", Unit.of(in, 64, 1), Unit.of(64, 96, 3), Unit.of(96, 96, 3))
                .branch("branch_pool", new SmoothingPool(), Unit.of(in, pooled, 1));
    }

    /** Figure 10: 35 x 35 to 17 x 17, 480 channels more. */
    private static Mixed smallToMiddle(int in) {
        return new Mixed()
                .branch("branch3x3", Unit.halving(in, 384, 3))
                .branch("branch3x3dbl", Unit.of(in, 64, 1), Unit.of(64, 96, 3), Unit.halving(96, 96, 3))
                .branch("branch_pool", new HalvingPool());
    }

    /** Figure 6, n = 7: 17 x 17, 768 channels. */
    private static Mixed middle(int width) {
        return new Mixed()
                .branch("branch1x1", Unit.of(768, 192, 1))
                .branch("branch7x7", Unit.of(768, width, 1), Unit.of(width, width, 1, 7), Unit.of(width, 192, 7, 1))
                .branch(
                        "branch7x7dbl",
                        Unit.of(768, width, 1),
                        Unit.of(width, width, 7, 1),
                        Unit.of(width, width, 1, 7),
                        Unit.of(width, width, 7, 1),
                        Unit.of(width, 192, 1, 7))
                .branch("branch_pool", new SmoothingPool(), Unit.of(768, 192, 1));
    }

    /** 17 x 17 to 8 x 8, 768 channels to 1280. */
    private static Mixed middleToLarge() {
        return new Mixed()
                .branch("branch3x3", Unit.of(768, 192, 1), Unit.halving(192, 320, 3))
                .branch(
                        "branch7x7x3",
                        Unit.of(768, 192, 1),
                        Unit.of(192, 192, 1, 7),
                        Unit.of(192, 192, 7, 1),
                        Unit.halving(192, 192, 3))
                .branch("branch_pool", new HalvingPool());
    }

    /** Figure 7: 8 x 8, 2048 channels. */
    private static Mixed large(int in) {
        return new Mixed()
                .branch("branch1x1", Unit.of(in, 320, 1))
                .branch("branch3x3", Unit.of(in, 384, 1), new Fork(384, 384))
                .branch("branch3x3dbl", Unit.of(in, 448, 1), Unit.of(448, 384, 3), new Fork(384, 384))
                .branch("branch_pool", new SmoothingPool(), Unit.of(in, 192, 1));
    }

    /** Branches that see the same map, joined. */
    private static final class Mixed extends Layer {
        private final List<List<Layer>> branches = new ArrayList<>();

        /** Adds a branch; steps with parameters are numbered where there are several. */
        Mixed branch(String name, Layer... steps) {
            long numbered = List.of(steps).stream()
                    .filter(step -> !step.parameters().isEmpty())
                    .count();
            int number = 0;
            for (Layer step : steps) {
                if (step.parameters().isEmpty()) {
                    continue;
                }
                number++;
                String label = numbered == 1 ? name : name + "_" + number;
                if (step instanceof Fork fork) {
                    child(label + "a", fork.across);
                    child(label + "b", fork.down);
                } else {
                    child(label, step);
                }
            }
            branches.add(List.of(steps));
            return this;
        }

        @Override
        public Tensor forward(Tensor x) {
            return Tensors.concatenate(
                    1, branches.stream().map(branch -> through(branch, x)).toArray(Tensor[]::new));
        }
    }

    /** Conv 1x3 and conv 3x1 of the same map, joined: the expanded filter bank of figure 7. */
    private static final class Fork extends Layer {
        private final Unit across;
        private final Unit down;

        Fork(int in, int each) {
            this.across = child("a", Unit.of(in, each, 1, 3));
            this.down = child("b", Unit.of(in, each, 3, 1));
        }

        @Override
        public Tensor forward(Tensor x) {
            return Tensors.concatenate(1, across.forward(x), down.forward(x));
        }
    }

    /** Conv - BN - ReLU. */
    private static final class Unit extends Layer {
        private static final double EPSILON = 1e-3;

        private final Conv conv;
        private final BatchNorm norm;

        private Unit(Conv conv, int out) {
            this.conv = child("conv", conv);
            this.norm = child("bn", BatchNorm.of(out, EPSILON));
        }

        static Unit of(int in, int out, int kernel) {
            return new Unit(Conv.of(in, out, kernel, 1), out);
        }

        static Unit of(int in, int out, int height, int width) {
            return new Unit(Conv.rectangular(in, out, height, width), out);
        }

        static Unit unpadded(int in, int out, int kernel) {
            return new Unit(Conv.unpadded(in, out, kernel, 1), out);
        }

        static Unit halving(int in, int out, int kernel) {
            return new Unit(Conv.unpadded(in, out, kernel, 2), out);
        }

        @Override
        public Tensor forward(Tensor x) {
            return Functions.relu(norm.forward(conv.forward(x)));
        }
    }

    /** Max pooling 3x3 of stride 2. */
    private static final class HalvingPool extends Layer {
        @Override
        public Tensor forward(Tensor x) {
            return Functions.maxPool(x, 3, 2, 0);
        }
    }

    /** Average pooling 3x3 that keeps the size. */
    private static final class SmoothingPool extends Layer {
        @Override
        public Tensor forward(Tensor x) {
            return Functions.averagePool(x, 3, 1, 1);
        }
    }

    /** Scores of the 17 x 17 map, for the loss alone. */
    private static final class AuxiliaryHead extends Layer {
        private static final int SIDE = 5;
        private static final int PAPERS_MAP = 17;

        private final Unit narrow = child("conv0", Unit.of(768, 128, 1));
        private final Unit whole = child("conv1", Unit.unpadded(128, 768, SIDE));
        private final Linear scores;

        AuxiliaryHead(int classes) {
            this.scores = child("fc", Linear.of(768, classes));
        }

        @Override
        public Tensor forward(Tensor map) {
            // The paper's pooling leaves too little of films below 299 px for the 5x5 convolution.
            boolean large = Math.min(map.size(2), map.size(3)) >= PAPERS_MAP;
            Tensor pooled = large ? Functions.averagePool(map, 5, 3) : Functions.adaptiveAveragePool(map, SIDE);
            return scores.forward(Functions.globalAveragePool(whole.forward(narrow.forward(pooled))));
        }
    }
}
