package aerate.network;

import aerate.tensor.DataType;
import aerate.tensor.Functions;
import aerate.tensor.Tensor;
import aerate.tensor.layer.Layer;
import java.util.List;
import java.util.Optional;

/** A classifier in two halves, {@link Cut} at its last feature map; by its stages it can be cut at a finer one. */
public abstract class Network extends Layer implements Cut {
    private static final double TINY = 1e-12; // a film that excites nothing has no direction

    /** The stages that {@link #features} goes through, the finest map first, the last feature map last. */
    public List<Stage> stages() {
        return List.of(new Stage("features", this::features));
    }

    /**
     * This network cut after one of its stages.
     *
     * @throws IllegalArgumentException if it has none of that name
     */
    public final Cut cutAfter(String stage) {
        List<Stage> stages = stages();
        List<String> names = stages.stream().map(Stage::name).toList();
        int at = names.indexOf(stage);
        if (at < 0) {
            throw new IllegalArgumentException("a layer must be one of " + names + ", was " + stage);
        }
        return at + 1 == stages.size() ? this : new InnerCut(this, stages, at + 1);
    }

    /** Films to class scores before softmax, {@code N x classes}. */
    @Override
    public final Tensor forward(Tensor films) {
        return head(features(films));
    }

    /**
     * What the network sees in films as one vector each: the mean of the last feature map over its positions, at unit
     * length, {@code N x K}, float32. Films that look alike to it lie near each other.
     */
    public final Tensor embedding(Tensor features) {
        Tensor mean = Functions.globalAveragePool(features.to(DataType.FLOAT32)).reshape(features.size(0), -1);
        Tensor length = mean.square().sum(1).sqrt().reshape(features.size(0), 1);
        return mean.over(length.plus(TINY));
    }

    /** As {@link #forward}, with the scores of an auxiliary head where the network has one, which only a loss wants. */
    public TrainingScores trainingScores(Tensor films) {
        return new TrainingScores(forward(films), Optional.empty());
    }

    /** A network cut before its last feature map: the stages after the cut belong to the head. */
    private record InnerCut(Network network, List<Stage> stages, int place) implements Cut {
        @Override
        public Tensor features(Tensor films) {
            return Stage.through(stages.subList(0, place), films);
        }

        @Override
        public Tensor head(Tensor features) {
            return network.head(Stage.through(stages.subList(place, stages.size()), features));
        }

        @Override
        public Optional<Tensor> classWeights() {
            return Optional.empty();
        }
    }
}
