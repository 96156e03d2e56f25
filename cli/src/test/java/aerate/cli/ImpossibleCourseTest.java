package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OneWorkshop.class)
class ImpossibleCourseTest {
    @TempDir
    private Path folder;

    /** What the words are, and what the answer must name; T of the denoiser is 50. */
    @ParameterizedTest
    @CsvSource({
        "'--lambdas 0,51', 'must be in [0, 50], was 51'",
        "'--lambdas -1,20', 'must be in [0, 50], was -1'",
        "'--method magic', 'one of [counterfactual, guided, uniform, matrix, per-pixel, stitched, single-step], was magic'",
        "'--heatmap ouija', 'must be cam, grad-cam, grad-cam++, hires-cam, layer-cam, ablation-cam, was ouija'",
        "'--method counterfactual --lambdas 20', 'needs a denoiser that is told classes'",
        "'--guidance -1', 'course.guidance must be at least 0, was -1'",
        "'--region elbow', 'one of [opacity, heat-map, residual, latent-cam, both], was elbow'",
        "'--region-threshold 1.5', 'in (0, 1], was 1.5'",
    })
    void course_thatIsImpossible_isRefusedBeforeAnyWork(String words, String named, Workshop workshop)
            throws IOException {
        Path out = folder.resolve("out");
        for (String command : new String[] {"course", "read"}) {
            Object[] all = Stream.concat(Stream.of(workshop.sick().get(0), "--out", out), Stream.of(words.split(" ")))
                    .toArray();
            Ran ran = Ran.healing(command, workshop, all);
            ran.refused(2, named);
            assertThat(ran.err()).doesNotContain("steps/s");
            assertThat(out).doesNotExist();
        }
    }
}
