package aerate.cli;

import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.course.RegionRule;
import aerate.reading.course.RegionSource;
import aerate.reading.heatmap.Explainer;
import picocli.CommandLine.Option;

/** The options of where a course heals. */
final class RegionOptions {
    @Option(
            names = "--region",
            paramLabel = "opacity|heat-map|residual|latent-cam|both",
            description =
                    "What the region is drawn from: where the film is brighter than a healthy counterpart, the heat"
                            + " map, any difference from the counterpart, that weighed by the classifier's gradient, or where heat"
                            + " map and difference agree (opacity; heat-map of a denoiser that is told no classes).")
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

    /** How maps become regions, of this prior. */
    RegionRule rule(HealthyPrior prior) {
        return rule(source(prior).rule());
    }

    private RegionRule rule(RegionRule usual) {
        return new RegionRule(
                threshold == null ? usual.threshold() : threshold,
                dilation == null ? usual.dilation() : dilation,
                sigma == null ? usual.sigma() : sigma);
    }

    /** What the region is drawn from, of this prior. */
    RegionSource source(HealthyPrior prior) {
        return source == null ? RegionSource.usual(prior) : RegionSource.named(source);
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
        return source(prior).explainer(heatMap(), prior, settings);
    }

    /** Refuses what {@link #explainer} and {@link #rule} would, before a model is loaded. */
    void requirePossible() {
        heatMap();
        rule((source == null ? RegionSource.HEAT_MAP : RegionSource.named(source)).rule());
    }
}
