package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results that cannot be written; told before the work where that is long. */
@ExtendWith(OneWorkshop.class)
class BadOutputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"course", "read"})
    void fileInPlaceOfTheFolder_isRefusedBeforeAnyCourse(String command, Workshop workshop) throws IOException {
        Path file = fileInTheWay();
        Ran ran = Ran.healing(command, workshop, workshop.sick().get(0), "--lambdas", "0,50", "--out", file);
        ran.refused(1, file, "a folder must be here");
        assertThat(ran.err()).doesNotContain("steps/s");
        assertThat(file).hasContent("mine");
    }

    @Test
    void fileInPlaceOfTheFolder_isRefusedByTheOthers(Workshop workshop) throws IOException {
        Path file = fileInTheWay();
        Path film = workshop.sick().get(0);
        Ran.of("phantom", file, "--films", 2, "--size", 16).refused(1, file);
        Ran.diagnosing(workshop.classifier(), film, "--heatmap", "cam", "--out", file)
                .refused(1, file, "a folder must be here");
        Ran.training(workshop.denoiserRecipe(), workshop.phantoms(), file).refused(1, file);
        assertThat(file).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--html"})
    void figures_thatCannotBeWritten_areRefusedBeforeTheyAreMeasured(String option, Workshop workshop)
            throws IOException {
        Path file = fileInTheWay();
        Ran ran = Ran.evaluating(workshop.classifier(), workshop.phantoms(), option, file.resolve("figures"));
        ran.refused(1, file, "a folder must be here");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void fullDisk_losesNoFigures_andTheDeviceStaysOne(Workshop workshop) {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full, a Linux device that is always full");
        Ran ran = Ran.evaluating(workshop.classifier(), workshop.phantoms(), "--json", full);
        ran.refused(1, full, "cannot be written", "No space left");
        assertThat(ran.out()).contains("accuracy", "AUROC");
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    private Path fileInTheWay() throws IOException {
        return Files.writeString(folder.resolve("file"), "mine");
    }
}
