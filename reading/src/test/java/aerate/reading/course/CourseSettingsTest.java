package aerate.reading.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "UNIFORM, uniform",
        "MATRIX, matrix",
        "PER_PIXEL, per-pixel",
        "SINGLE_STEP, single-step",
        "COUNTERFACTUAL, counterfactual"
    })
    void methods_areKnownByTheirTitles(CourseMethod method, String title) {
        assertThat(method.title()).isEqualTo(title);
        assertThat(CourseMethod.named(title)).isEqualTo(method);
    }

    @Test
    void unknownMethod_isRefused_namingTheKnown() {
        assertThatThrownBy(() -> CourseMethod.named("magic"))
                .hasMessage(
                        "a course's method must be one of [counterfactual, guided, uniform, matrix, per-pixel, stitched,"
                                + " single-step], was magic");
    }

    @Test
    void steps_areAtLeastOne() {
        assertThatThrownBy(() -> new CourseSettings(CourseMethod.UNIFORM, 0, 1, RegionRule.DEFAULT))
                .hasMessage("course.steps must be at least 1, was 0");
    }

    @Test
    void guidance_isTheMethodsOwn_unlessOneIsGiven() {
        RegionRule rule = RegionRule.DEFAULT;
        CourseSettings usual =
                new CourseSettings(CourseMethod.GUIDED, SamplerChoice.DDIM, 20, 1, rule, Optional.empty(), true);
        assertThat(usual.strength()).isEqualTo(CourseMethod.GUIDED.usualGuidance());
        assertThat(usual.by(CourseMethod.COUNTERFACTUAL).strength())
                .isEqualTo(CourseMethod.COUNTERFACTUAL.usualGuidance());
        assertThat(usual.guided(Optional.of(7.0))
                        .by(CourseMethod.COUNTERFACTUAL)
                        .strength())
                .isEqualTo(7);
        assertThatThrownBy(() -> usual.guided(Optional.of(-1.0)))
                .hasMessage("course.guidance must be at least 0, was -1.0");
    }
}
