package aerate.cli;

import aerate.film.UnreadableFilmException;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.CourseMethod;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.course.RegionRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that generates treatment courses, but for the method. */
final class GenerationOptions {
    @Option(
            names = "--diffusion",
            paramLabel = "CHECKPOINT",
            description = "A denoiser that knows healthy films (models/course-latent).")
    private Path diffusion;

    @Option(
            names = "--lambdas",
            split = ",",
            defaultValue = "0,100,200,300,400,500,600",
            paramLabel = "λ",
            description = "How far towards healthy, each from 0 to T (${DEFAULT-VALUE}).")
    List<Integer> lambdas;

    @Mixin
    RegionOptions region;

    @Mixin
    private SamplerOptions sampler;

    @Option(
            names = "--guidance",
            paramLabel = "S",
            description =
                    "How strongly courses are led away from disease: by counterfactual (14) and guided (3), and by a"
                            + " denoiser that is told classes (3).")
    private Double guidance;

    /** The denoiser's checkpoint: the one that ships where none was named. */
    Path diffusion() {
        return diffusion == null ? Models.shipped("course-latent") : diffusion;
    }

    /** Before anything is generated, which takes long: refuses films that are none, or have no course. */
    void requirePossible(CourseGenerator generator, List<NamedFilm> films) throws UnreadableFilmException {
        for (NamedFilm film : films) {
            generator.requirePossible(List.of(film.read()), lambdas);
        }
    }

    /**
     * What a course by a method depends on.
     *
     * @param healthyToo whether films are changed that the classifier calls normal
     */
    CourseSettings settings(CourseMethod method, HealthyPrior prior, boolean healthyToo) {
        return sampler.settings(method, region.rule(prior), Optional.ofNullable(guidance), healthyToo);
    }

    /** Refuses what {@link #settings} would, before a model is loaded. */
    void requirePossible() {
        region.requirePossible();
        sampler.settings(CourseMethod.GUIDED, RegionRule.DEFAULT, Optional.ofNullable(guidance), false);
    }
}
