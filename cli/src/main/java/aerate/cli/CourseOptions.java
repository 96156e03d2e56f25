package aerate.cli;

import aerate.reading.course.CourseMethod;
import aerate.reading.course.CourseSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that generate the treatment courses of given films. */
final class CourseOptions {
    @Mixin
    Models models;

    @Mixin
    GenerationOptions generation;

    @Option(
            names = "--method",
            defaultValue = "guided",
            paramLabel = "uniform|matrix|per-pixel|stitched|guided|delta|single-step",
            description = "uniform is AnoDDPM, matrix the reference's, guided the classifier's gradient's; per-pixel,"
                    + " stitched and guided leave all outside of the region as it is (${DEFAULT-VALUE}).")
    private String method;

    @Option(names = "--force", description = "Changes films, too, that the classifier calls normal.")
    private boolean force;

    CourseSettings settings() {
        return generation.settings(CourseMethod.named(method), force);
    }
}
