package aerate.cli;

import aerate.reading.course.CourseMethod;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
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
            paramLabel = "counterfactual|guided|uniform|matrix|per-pixel|stitched|single-step",
            description =
                    "uniform is AnoDDPM, matrix the reference's, guided the classifier's gradient's; all but uniform"
                            + " and matrix leave what is outside of the region as it is (counterfactual; guided of a denoiser that"
                            + " is told no classes).")
    private String method;

    @Option(names = "--force", description = "Changes films, too, that the classifier calls normal.")
    private boolean force;

    /** What the courses depend on. */
    CourseSettings settings(HealthyPrior prior) {
        CourseMethod chosen = method == null ? CourseMethod.usual(prior) : CourseMethod.named(method);
        return generation.settings(chosen, prior, force);
    }

    /** Refuses what {@link #settings} would, before a model is loaded. */
    void requirePossible() {
        generation.requirePossible();
        if (method != null) {
            CourseMethod.named(method);
        }
    }
}
