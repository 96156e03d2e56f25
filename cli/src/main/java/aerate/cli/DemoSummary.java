package aerate.cli;

import aerate.reading.course.CourseMethod;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What {@code summary.json} says of a demo, on phantoms of patients held out.
 *
 * @param accuracy in [0, 1], at the operating point chosen on other patients
 * @param auroc in [0, 1]
 * @param heatmapHitRate share of the sick whose map peaks inside of the lesion
 * @param course by method, at the greatest λ
 * @param input the sick films as they are
 * @param seconds of wall time
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DemoSummary(double accuracy, double auroc, double heatmapHitRate, Courses course, Input input, double seconds) {
    /** The three methods. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Courses(Course uniform, Course matrix, Course perPixel) {}

    /**
     * One method.
     *
     * @param psnrToTwin to the healthy twin, in dB
     * @param outsideMae mean absolute change outside of the lesion, in [0, 1]
     * @param normalRate share that the classifier calls normal
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Course(double psnrToTwin, double outsideMae, double normalRate) {
        static Course of(DemoResult result, CourseMethod method) {
            return new Course(
                    result.psnrToTwin(method),
                    result.outsideMae(method),
                    result.normalRate(method, result.lastPoint()));
        }
    }

    /**
     * The sick films.
     *
     * @param psnrToTwin to the healthy twin, in dB
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Input(double psnrToTwin) {}

    static DemoSummary of(DemoResult result) {
        return new DemoSummary(
                result.evaluation().accuracy().value(),
                result.evaluation().auroc().value(),
                result.hitRate(),
                new Courses(
                        Course.of(result, CourseMethod.UNIFORM),
                        Course.of(result, CourseMethod.MATRIX),
                        Course.of(result, CourseMethod.PER_PIXEL)),
                new Input(result.inputPsnr()),
                result.totalSeconds());
    }
}
