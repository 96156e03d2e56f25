package aerate.cli;

import aerate.reading.course.Agreement;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.course.LatentCam;
import aerate.reading.course.RegionRule;
import aerate.reading.course.Residual;
import aerate.reading.heatmap.Explainer;
import picocli.CommandLine.Option;

/** The options of where a course heals. */
final class RegionOptions {
    private static final RegionRule RULE = CourseSettings.SHIPPED.region();

    private static final int COUNTERPART = 400; // λ of the healthy counterpart that residuals are taken to

    @Option(
            names = "--region",
            defaultValue = "heat-map",
            paramLabel = "heat-map|residual|latent-cam|both",
            description =
                    "What the region is drawn from: the heat map, the difference from a healthy counterpart, that"
                            + " difference weighed by the classifier's gradient, or where the first two agree (${DEFAULT-VALUE}).")
    private String source;

    @Option(
            names = "--heatmap",
            defaultValue = "grad-cam",
            paramLabel = "METHOD[@LAYER[+LAYER…]][~VIEWS]",
            description = "The heat map (${DEFAULT-VALUE}). " + HeatMapNames.METHODS)
    private String heatmap;

    @Option(
            names = "--region-threshold",
            paramLabel = "SHARE",
            description = "Share of the map's maximum from which a pixel belongs to the region.")
    private Double threshold;

    @Option(
            names = "--region-dilation",
            paramLabel = "W",
            description = "How far the region is widened, in 64ths of the film's side.")
    private Double dilation;

    @Option(
            names = "--region-sigma",
            paramLabel = "W",
            description = "How softly the region ends, in 64ths of the film's side.")
    private Double sigma;

    RegionRule rule() {
        return new RegionRule(
                threshold == null ? RULE.threshold() : threshold,
                dilation == null ? RULE.dilation() : dilation,
                sigma == null ? RULE.sigma() : sigma);
    }

    /**
     * The heat map's explainer.
     *
     * @throws IllegalArgumentException if it names none
     */
    Explainer heatMap() {
        return Explainer.named(heatmap);
    }

    /** What draws the region. */
    Explainer explainer(HealthyPrior prior, CourseSettings settings) {
        return switch (source) {
            case "heat-map" -> heatMap();
            case "residual" -> new Residual(prior, settings, COUNTERPART);
            case "latent-cam" -> new LatentCam(prior, settings, COUNTERPART);
            case "both" -> new Agreement(heatMap(), new Residual(prior, settings, COUNTERPART));
            default ->
                throw new IllegalArgumentException(
                        "--region must be heat-map, residual, latent-cam or both, was " + source);
        };
    }

    /** Refuses what {@link #explainer} and {@link #rule} would, before a model is loaded. */
    void requirePossible() {
        rule();
        heatMap();
        explainer(null, null);
    }
}
