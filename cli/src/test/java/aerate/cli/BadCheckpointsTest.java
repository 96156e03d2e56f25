package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints that are damaged, or of something else. */
@ExtendWith(OneWorkshop.class)
class BadCheckpointsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"weights.safetensors", "checkpoint.json"})
    void flippedByte_isRefusedByName(String file, Workshop workshop) throws IOException {
        Path damaged = FolderCopy.of(workshop.classifier(), folder.resolve("damaged"));
        byte[] content = Files.readAllBytes(damaged.resolve(file));
        content[content.length / 2] ^= 1;
        Files.write(damaged.resolve(file), content);
        refusedAsClassifier(workshop, damaged, damaged.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.safetensors", "checkpoint.json", "SHA256SUMS"})
    void missingFile_isRefusedByName(String file, Workshop workshop) throws IOException {
        Path partial = FolderCopy.of(workshop.classifier(), folder.resolve("partial"));
        Files.delete(partial.resolve(file));
        refusedAsClassifier(workshop, partial, partial, file + " is missing");
    }

    @Test
    void missingFolder_isRefusedByName(Workshop workshop) throws IOException {
        refusedAsClassifier(workshop, folder.resolve("none"), folder.resolve("none"), "no such folder");
    }

    @Test
    void denoiser_isNoClassifier(Workshop workshop) throws IOException {
        refusedAsClassifier(workshop, workshop.denoiser(), workshop.denoiser(), "a classifier is wanted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"course", "read"})
    void classifier_isNoDenoiser(String command, Workshop workshop) throws IOException {
        Path out = folder.resolve("out");
        Path film = workshop.sick().get(0);
        Path model = workshop.classifier();
        Ran.computing(command, film, "--model", model, "--diffusion", model, "--out", out)
                .refused(1, model, "a denoiser of one-channel films is wanted");
        assertThat(out).doesNotExist();
    }

    private static void refusedAsClassifier(Workshop workshop, Path checkpoint, Object... parts) throws IOException {
        Ran.diagnosing(checkpoint, workshop.sick().get(0)).refused(1, parts);
        Ran.evaluating(checkpoint, workshop.phantoms()).refused(1, parts);
    }
}
