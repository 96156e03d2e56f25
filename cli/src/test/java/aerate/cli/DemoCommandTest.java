package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, as small as it goes: what it writes, not how well it does. */
class DemoCommandTest {
    private static final String HOME = "aerate.home";

    @TempDir
    Path out;

    @BeforeEach
    void findTheProject() {
        System.setProperty(HOME, Project.home().toString());
    }

    @AfterEach
    void forgetTheProject() {
        System.clearProperty(HOME);
    }

    @Test
    void demo_writesASummaryAndAPage_andAgainTheSame() throws IOException {
        JsonNode first = summary();
        assertThat(first.path("accuracy").asDouble()).isBetween(0.0, 1.0);
        assertThat(first.path("heatmap_hit_rate").isNumber()).isTrue();
        assertThat(first.at("/input/psnr_to_twin").asDouble()).isPositive();
        for (String method : new String[] {"uniform", "matrix", "per_pixel"}) {
            JsonNode course = first.at("/course/" + method);
            assertThat(course.path("psnr_to_twin").asDouble()).isPositive();
            assertThat(course.path("outside_mae").asDouble()).isBetween(0.0, 1.0);
            assertThat(course.path("normal_rate").asDouble()).isBetween(0.0, 1.0);
        }
        assertThat(first.path("seconds").asDouble()).isPositive();
        assertThat(SelfContained.page(out.resolve("report.html")))
                .contains("Research use only")
                .contains("models/demo/ddpm");

        JsonNode second = summary();
        assertThat(second.path("course")).isEqualTo(first.path("course"));
    }

    private JsonNode summary() throws IOException {
        Ran ran = Ran.computing("demo", "--out", out, "--films", 160, "--courses", 1);
        assertThat(ran.err()).doesNotContain("aerate:");
        assertThat(ran.exit()).isZero();
        return Json.MAPPER.readTree(out.resolve("summary.json").toFile());
    }
}
