package aerate.reading.heatmap;

import aerate.film.Film;
import aerate.film.Label;
import aerate.network.Cut;
import aerate.reading.diagnosis.Classifier;
import aerate.tensor.Tensor;
import java.util.List;

/**
 * An explainer that weighs the feature maps of one layer and adds them up. By itself it stands at the last feature map, and
 * with {@link #at} at a finer one.
 */
public interface ActivationMap extends Explainer {
    /** All methods there are. */
    static List<ActivationMap> all() {
        return List.of(
                new Cam(), new GradCam(), new GradCamPlusPlus(), new HiResCam(), new LayerCam(), new AblationCam());
    }

    /**
     * The arithmetic: where the feature maps of a batch speak for a class.
     *
     * @param network cut at the feature map
     * @param features A, the feature map, {@code N x K x h x w}, not negative, no part of a graph of gradients yet
     * @param index of the class; a head of one score gives the logit of class 1, its negative that of class 0
     * @return {@code N x h x w}
     * @throws IllegalArgumentException if the network has not what the method needs
     */
    Tensor maps(Cut network, Tensor features, int index);

    /** Whether it is only for heads that are global average pooling straight into the scores. */
    default boolean needsPooledHead() {
        return false;
    }

    @Override
    default List<HeatMap> explain(Classifier classifier, List<Film> films, Label label) {
        return AtLayer.explain(this, name(), classifier.network(), classifier, films, label);
    }

    /** The same method at the feature map of a stage of the network. */
    default Explainer at(String layer) {
        return new AtLayer(this, layer);
    }
}
