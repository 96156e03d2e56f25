package aerate.reading.course;

import aerate.film.Film;
import aerate.film.Label;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Tensor;
import java.util.List;

/**
 * Where a film differs from its healthy counterpart (AnoDDPM, Wyatt et al. 2022). It asks no classifier, so that a prior which
 * saw healthy films alone finds what nobody has shown it.
 *
 * @param settings by which method the counterpart is made, everywhere on the film
 * @param lambda λ at which the counterpart is taken
 * @param opacities whether only what is brighter than in the counterpart counts, as pneumonia is, and not every difference
 */
public record Residual(HealthyPrior prior, CourseSettings settings, int lambda, boolean opacities)
        implements Explainer {
    @Override
    public String name() {
        return opacities ? "opacity" : "residual";
    }

    @Override
    public List<HeatMap> explain(Classifier classifier, List<Film> films, Label label) {
        return CourseGenerator.inBatches(films, some -> prior.maps(some, settings, lambda, name(), this::map));
    }

    private Tensor map(Space space, Tensor before, Tensor after) {
        Tensor difference = space.films(before).minus(space.films(after)).select(1, 0); // N x S x S
        return opacities ? difference.clamp(0, Float.MAX_VALUE) : difference.abs();
    }
}
