package aerate.reading.course;

import aerate.film.Film;
import aerate.film.Label;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Tensor;
import java.util.List;

/**
 * The class activation map of the grid that is healed, latents or pixels: how much each place adds to the log odds of
 * pneumonia by not being what it is in the film's healthy counterpart z'. That is Σ_c (z − z')_c ∂/∂z_c, the gradient
 * taken half at z and half at z' (integrated gradients, Sundararajan et al. 2017, by the trapezoid rule); what is
 * negative counts as nothing, as in Grad-CAM.
 *
 * @param lambda λ at which the counterpart is taken
 */
public record LatentCam(HealthyPrior prior, CourseSettings settings, int lambda) implements Explainer {
    @Override
    public String name() {
        return "latent-cam";
    }

    @Override
    public List<HeatMap> explain(Classifier classifier, List<Film> films, Label label) {
        return CourseGenerator.inBatches(
                films,
                some -> prior.maps(
                        some,
                        settings,
                        lambda,
                        name(),
                        (space, before, after) -> map(new ClassifierControl(space, classifier), before, after)));
    }

    private static Tensor map(ClassifierControl towardsNormal, Tensor before, Tensor after) {
        Tensor gradient = towardsNormal
                .gradient(before)
                .plus(towardsNormal.gradient(after))
                .times(0.5);
        Tensor healing = after.minus(before).times(gradient).sum(1); // N x side x side, log odds that healing gives
        return healing.clamp(0, Float.MAX_VALUE);
    }
}
