package aerate.cli;

import aerate.film.UnreadableFilmException;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.CourseMethod;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.RegionRule;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that generates treatment courses. */
final class CourseOptions {
    @Mixin
    Models models;

    @Option(
            names = "--diffusion",
            required = true,
            paramLabel = "CHECKPOINT",
            description = "A denoiser that has seen healthy films only.")
    Path diffusion;

    @Option(
            names = "--lambdas",
            split = ",",
            defaultValue = "0,100,200,300,400,500,600",
            paramLabel = "λ",
            description = "How far towards healthy, each from 0 to T (${DEFAULT-VALUE}).")
    List<Integer> lambdas;

    @Option(
            names = "--method",
            defaultValue = "per-pixel",
            paramLabel = "uniform|matrix|per-pixel",
            description = "uniform is AnoDDPM, matrix the reference's, per-pixel leaves all outside of the region as it"
                    + " is (${DEFAULT-VALUE}).")
    private String method;

    @Option(
            names = "--heatmap",
            defaultValue = "grad-cam",
            paramLabel = "METHOD[@LAYER[+LAYER…]][~VIEWS]",
            description = "What draws the region (${DEFAULT-VALUE}). " + HeatMapNames.METHODS)
    String heatmap;

    @Option(
            names = "--steps",
            defaultValue = "100",
            paramLabel = "N",
            description = "Steps of the sampler for the full range of λ (${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Of all noise (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--region-threshold",
            paramLabel = "SHARE",
            description = "Share of the map's maximum from which a pixel belongs to the region.")
    private Double threshold;

    /** Before anything is generated, which takes long: refuses films that are none, or have no course. */
    void requirePossible(CourseGenerator generator, List<NamedFilm> films) throws UnreadableFilmException {
        for (NamedFilm film : films) {
            generator.requirePossible(List.of(film.read()), lambdas);
        }
    }

    CourseSettings settings() {
        RegionRule rule = RegionRule.DEFAULT;
        if (threshold != null) {
            rule = new RegionRule(threshold, rule.dilation(), rule.sigma());
        }
        return new CourseSettings(CourseMethod.named(method), steps, seed, rule);
    }
}
