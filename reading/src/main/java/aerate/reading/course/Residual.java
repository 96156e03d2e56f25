package aerate.reading.course;

import aerate.film.Film;
import aerate.film.Label;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Tensor;
import java.util.List;

/**
 * Where a film differs from its healthy counterpart (AnoDDPM, Wyatt et al. 2022): the absolute change of brightness. It asks
 * no classifier, so that a prior which saw healthy films alone finds what nobody has shown it.
 *
 * @param lambda λ at which the counterpart is taken
 */
public record Residual(HealthyPrior prior, CourseSettings settings, int lambda) implements Explainer {
    @Override
    public String name() {
        return "residual";
    }

    @Override
    public List<HeatMap> explain(Classifier classifier, List<Film> films, Label label) {
        return CourseGenerator.inBatches(films, some -> prior.maps(some, settings, lambda, name(), Residual::map));
    }

    private static Tensor map(Space space, Tensor before, Tensor after) {
        return space.films(after).minus(space.films(before)).abs().select(1, 0); // N x S x S
    }
}
