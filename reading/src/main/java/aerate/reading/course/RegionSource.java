package aerate.reading.course;

import aerate.reading.heatmap.Explainer;
import java.util.Optional;

/** What a region is drawn from. */
public enum RegionSource {
    /** Where the film is brighter than its healthy counterpart: what would clear. */
    OPACITY,
    /** The classifier's heat map. */
    HEAT_MAP,
    /** The difference from a healthy counterpart. */
    RESIDUAL,
    /** That difference, weighed by the classifier's gradient. */
    LATENT_CAM,
    /** Where heat map and residual agree. */
    BOTH;

    private static final double FAR = 0.6; // of T, of a counterfactual, which stays the patient however far
    private static final double NEAR = 0.4; // of T, of what noise makes, which does not

    /** What a prior draws best: docs/courses.md has what others gave. */
    public static RegionSource usual(HealthyPrior prior) {
        return prior.guidable() ? OPACITY : HEAT_MAP;
    }

    /** How this map becomes a region, where nothing else is said; chosen on films of people. */
    public RegionRule rule() {
        return switch (this) {
            case OPACITY, RESIDUAL -> new RegionRule(0.15, 2, 1);
            case HEAT_MAP, BOTH -> new RegionRule(0.4, 1, 1);
            case LATENT_CAM -> new RegionRule(0.1, 2, 1);
        };
    }

    /**
     * What draws the map.
     *
     * @param heatMap the classifier's, where it is asked
     * @param settings sampler, steps and seed of the healthy counterpart
     */
    public Explainer explainer(Explainer heatMap, HealthyPrior prior, CourseSettings settings) {
        return switch (this) {
            case OPACITY -> residual(prior, settings, true);
            case HEAT_MAP -> heatMap;
            case RESIDUAL -> residual(prior, settings, false);
            case LATENT_CAM -> new LatentCam(prior, counterpart(prior, settings), lambda(prior));
            case BOTH -> new Agreement(heatMap, residual(prior, settings, false));
        };
    }

    private static Residual residual(HealthyPrior prior, CourseSettings settings, boolean opacities) {
        return new Residual(prior, counterpart(prior, settings), lambda(prior), opacities);
    }

    private static CourseSettings counterpart(HealthyPrior prior, CourseSettings settings) {
        return settings.by(prior.guidable() ? CourseMethod.COUNTERFACTUAL : CourseMethod.UNIFORM)
                .guided(Optional.empty());
    }

    private static int lambda(HealthyPrior prior) {
        return (int) Math.round((prior.guidable() ? FAR : NEAR) * prior.levels());
    }

    /** {@code opacity}, {@code heat-map}, {@code residual}, {@code latent-cam} or {@code both}. */
    public String title() {
        return Titles.of(this);
    }

    /**
     * The source of a title.
     *
     * @throws IllegalArgumentException for another
     */
    public static RegionSource named(String title) {
        return Titles.named(RegionSource.class, title, "a region must be drawn from");
    }
}
