package aerate.cli;

import aerate.reading.course.CourseMethod;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.RegionRule;
import aerate.reading.course.SamplerChoice;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that lets a denoiser walk from noise to films. */
final class SamplerOptions {
    @Option(
            names = "--sampler",
            defaultValue = "ddim",
            paramLabel = "ddpm|ddim|dpm-solver",
            description = "How the way back is walked (${DEFAULT-VALUE}).")
    private String sampler;

    @Option(
            names = "--steps",
            defaultValue = "20",
            paramLabel = "N",
            description = "Steps of the sampler for the full range of λ (${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Of all noise (${DEFAULT-VALUE}).")
    private long seed;

    /** What films depend on that are made by these; {@link CourseSettings} describes the rest. */
    CourseSettings settings(CourseMethod method, RegionRule region, Optional<Double> guidance, boolean healthyToo) {
        return new CourseSettings(method, SamplerChoice.named(sampler), steps, seed, region, guidance, healthyToo);
    }
}
