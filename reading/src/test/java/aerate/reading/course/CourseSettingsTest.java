package aerate.reading.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseSettingsTest {
    @ParameterizedTest
    @CsvSource({"UNIFORM, uniform", "MATRIX, matrix", "PER_PIXEL, per-pixel", "SINGLE_STEP, single-step"})
    void methods_areKnownByTheirTitles(CourseMethod method, String title) {
        assertThat(method.title()).isEqualTo(title);
        assertThat(CourseMethod.named(title)).isEqualTo(method);
    }

    @Test
    void unknownMethod_isRefused_namingTheKnown() {
        assertThatThrownBy(() -> CourseMethod.named("magic"))
                .hasMessage(
                        "a course's method must be one of [uniform, matrix, per-pixel, stitched, guided, single-step,"
                                + " delta], was magic");
    }

    @Test
    void steps_areAtLeastOne() {
        assertThatThrownBy(() -> new CourseSettings(CourseMethod.UNIFORM, 0, 1, RegionRule.DEFAULT))
                .hasMessage("course.steps must be at least 1, was 0");
    }
}
