package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.UnreadableFilmException;
import aerate.training.recipe.Recipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
    private static final ToyFilms FILMS = ToyFilms.of(18, 14);
    private static final Recipe DIAGNOSIS = ToyRecipes.diagnosis(Map.of());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "20; 0;  this training needs PNEUMONIA films, but toy films has none",
                "0;  20; this training needs NORMAL films, but toy films has none",
                "0;  0;  this training needs NORMAL films, but toy films has none",
                "20; 1;  this training needs PNEUMONIA films, but the split leaves none for validation"
            })
    void classThatIsMissing_isNamed_andNoRunIsMade(int normal, int sick, String message) {
        Path run = folder.resolve("run");
        assertThatThrownBy(() -> Runs.trainer(DIAGNOSIS).train(ToyFilms.of(normal, sick), run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
        assertThat(run).doesNotExist();
    }

    @Test
    void emptyValidation_isRefused() {
        Recipe recipe = ToyRecipes.denoising(Map.of("split.validation", "0"));
        assertThatThrownBy(() -> Runs.trainer(recipe).train(FILMS, folder.resolve("run")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("this training needs NORMAL films, but the split leaves none for validation");
    }

    @Test
    void unreadableFilm_isNamed() {
        assertThatThrownBy(() -> Runs.trainer(DIAGNOSIS).train(FILMS.withUnreadable("PNEUMONIA/3"), folder))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageStartingWith("PNEUMONIA/3: ");
    }

    /** And once it is mended, the run can go on. */
    @Test
    void runThatAnUnreadableFilmEnded_canBeResumed() throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of());
        assertThatThrownBy(() -> Runs.trainer(recipe).train(FILMS.withUnreadable("NORMAL/3"), folder.resolve("run")))
                .isInstanceOf(UnreadableFilmException.class);
        Runs.trainer(recipe).resume(FILMS, folder.resolve("run"));
        Runs.trainer(recipe).train(FILMS, folder.resolve("whole"));
        Runs.assertSame(folder.resolve("whole"), folder.resolve("run"));
    }

    @Test
    void nanInAnNpz_isNamed() throws IOException {
        float[] pixels = new float[40 * 16 * 16];
        float[] labels = new float[40];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (i * 37 % 101) / 101f;
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 2;
        }
        pixels[5 * 16 * 16 + 3] = Float.NaN;
        Path archive = folder.resolve("films.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            putArray(zip, "train_images", "(40, 16, 16)", pixels);
            putArray(zip, "train_labels", "(40,)", labels);
        }
        assertThatThrownBy(() -> {
                    FilmSource films = FilmSources.open(archive);
                    Runs.trainer(DIAGNOSIS).train(films, folder.resolve("run"));
                })
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageContaining(archive.toString())
                .hasMessageContaining("train/5")
                .hasMessageContaining("NaN");
    }

    @Test
    void runThatIsThereAlready_isRefused() throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of());
        Runs.trainer(recipe).train(FILMS, folder);
        byte[] weights = Runs.checkpointWeights(folder);
        assertThatThrownBy(() -> Runs.trainer(recipe).train(FILMS, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder + ": there is a run already");
        assertThat(Runs.checkpointWeights(folder)).isEqualTo(weights);
    }

    @Test
    void fileInPlaceOfTheFolder_isNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "in the way");
        assertThatThrownBy(() -> Runs.trainer(DIAGNOSIS).train(FILMS, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> Runs.trainer(DIAGNOSIS).train(FILMS, file.resolve("below")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void halfWrittenCheckpoint_thatACrashLeft_isClearedAway() throws IOException {
        Files.writeString(folder.resolve("checkpoint.new"), "half");
        Runs.trainer(ToyRecipes.denoising(Map.of())).train(FILMS, folder);
        assertThat(folder.resolve("checkpoint.new")).doesNotExist();
    }

    @Test
    void wholeCheckpoint_thatACrashLeftAside_isARunAlready() throws IOException {
        Files.createDirectories(folder.resolve("checkpoint.old"));
        assertThatThrownBy(() -> Runs.trainer(DIAGNOSIS).train(FILMS, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is a run already");
        assertThat(folder.resolve("checkpoint")).exists();
    }

    /** /dev/full is Linux's disk that is always full; the state before it is whole, so that the run can be resumed. */
    @Test
    void fullDisk_endsTheRun_whichCanBeResumed() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this machine has no /dev/full");
        Recipe recipe = ToyRecipes.denoising(Map.of());
        Runs.trainer(recipe).train(FILMS, folder.resolve("whole"));
        Path run = folder.resolve("run");
        Files.createDirectories(run);
        Files.createSymbolicLink(run.resolve("metrics.jsonl"), full);
        assertThatThrownBy(() -> Runs.trainer(recipe).train(FILMS, run))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left on device");
        Files.delete(run.resolve("metrics.jsonl"));
        Runs.trainer(recipe).resume(FILMS, run);
        Runs.assertSame(folder.resolve("whole"), run);
    }

    @ParameterizedTest
    @CsvSource({"1e6", "1e30"})
    void lossThatIsNotFinite_endsTheRun(String rate) {
        Recipe recipe = ToyRecipes.denoising(Map.of(
                "optimizer",
                "{name: sgd, learningRate: " + rate + ", momentum: 0.9, weightDecay: 0}",
                "schedule",
                "{name: constant, warmup: 0}",
                "clip",
                "null",
                "stages",
                "[{size: 16, epochs: 20}]"));
        assertThatThrownBy(() -> Runs.trainer(recipe).train(FILMS, folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the loss must stay finite, was ")
                .hasMessageEndingWith(": a lower learning rate, or clip, may help");
    }

    private static void putArray(ZipOutputStream zip, String name, String shape, float... values) throws IOException {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(0x93);
        head.writeBytes("NUMPY".getBytes(StandardCharsets.US_ASCII));
        head.write(1);
        head.write(0);
        head.write(padded.length() & 0xFF);
        head.write(padded.length() >> 8);
        head.writeBytes(padded.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer body = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        body.asFloatBuffer().put(values);
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(head.toByteArray());
        zip.write(body.array());
    }
}
