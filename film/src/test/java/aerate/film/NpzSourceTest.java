package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzSourceTest {
    private static final Npy LABELS = Npy.of(NpyElement.U1, List.of(2, 1), i -> i);

    @TempDir
    private Path folder;

    private FilmSource open(Map<String, Npy> arrays) throws IOException {
        return NpzSource.open(Files.write(folder.resolve("films.npz"), NpzFile.of(arrays)));
    }

    private FilmSource train(Npy images) throws IOException {
        return open(Map.of("train_images", images, "train_labels", LABELS));
    }

    @Test
    void numpysArchive_isReadInEveryShape() throws IOException {
        Path file = Files.write(folder.resolve("medmnist.npz"), Samples.fixture("medmnist.npz"));
        FilmSource source = FilmSources.open(file);
        assertThat(source.name()).isEqualTo("medmnist.npz");
        assertThat(source.licence()).isEqualTo("unknown");
        assertThat(source.films())
                .extracting(LabelledFilm::name)
                .containsExactly("train/0", "train/1", "train/2", "train/3", "val/0", "test/0", "test/1");
        assertThat(source.films())
                .extracting(LabelledFilm::label)
                .containsExactly(
                        Label.NORMAL,
                        Label.PNEUMONIA,
                        Label.PNEUMONIA,
                        Label.NORMAL,
                        Label.PNEUMONIA,
                        Label.NORMAL,
                        Label.PNEUMONIA);
        assertThat(source.films().get(4).split()).isEqualTo(Optional.of(Split.VALIDATION));
        assertThat(Samples.samples(source.read(source.films().get(1)))).containsExactly(6, 7, 8, 9, 10, 11);
        assertThat(Samples.samples(source.read(source.films().get(4)))).containsExactly(0, 1, 2, 3, 4, 5);
        Film colour = source.read(source.films().get(6));
        assertThat(Samples.samples(colour)).containsExactly(12, 14, 16, 18, 20, 22);
        assertThat(colour.width()).isEqualTo(3);
        assertThat(colour.info().source()).endsWith("medmnist.npz/test/1");
    }

    @Test
    void eachFilm_isItsOwnPatient() throws IOException {
        FilmSource source = train(Npy.of(NpyElement.U1, List.of(2, 3, 3), i -> i));
        assertThat(source.films()).extracting(LabelledFilm::patient).doesNotHaveDuplicates();
    }

    @Test
    void u2_keeps16Bits() throws IOException {
        FilmSource source = train(Npy.of(NpyElement.U2, List.of(2, 1, 2), i -> 65535 - i));
        Film film = source.read(source.films().get(1));
        assertThat(film.bits()).isEqualTo(16);
        assertThat(Samples.samples(film)).containsExactly(65533, 65532);
    }

    @Test
    void rgb_isLuma() throws IOException {
        double[] pixels = {200, 100, 50, 9, 9, 9};
        FilmSource whole = train(Npy.of(NpyElement.U1, List.of(2, 1, 1, 3), i -> pixels[i]));
        assertThat(whole.read(whole.films().get(0)).at(0, 0)).isEqualTo(124);
        FilmSource floating = train(Npy.of(NpyElement.F8, List.of(2, 1, 1, 3), i -> pixels[i] / 255));
        assertThat(floating.read(floating.films().get(0)).at(0, 0)).isEqualTo((int) Math.round(124.2 * 257));
        assertThat(floating.read(floating.films().get(1)).at(0, 0)).isEqualTo(9 * 257);
    }

    @Test
    void nan_isAnErrorWithFilmAndIndex() throws IOException {
        FilmSource source = train(Npy.of(NpyElement.F4, List.of(2, 2, 2), i -> i == 6 ? Double.NaN : 0.5));
        assertThat(source.read(source.films().get(0)).at(0, 0)).isEqualTo(32768);
        assertThatThrownBy(() -> source.read(source.films().get(1)))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageEndingWith("train/1: a value must be a number in [0, 1], was NaN at index 2");
    }

    @Test
    void floatBeyondUnitRange_isAnError() throws IOException {
        FilmSource source = train(Npy.of(NpyElement.F4, List.of(2, 2, 2), i -> 255));
        assertThatThrownBy(() -> source.read(source.films().get(0))).hasMessageContaining("was 255.0 at index 0");
    }

    @Test
    void otherChannels_areAnError() {
        assertThatThrownBy(() -> train(Npy.of(NpyElement.U1, List.of(2, 3, 3, 2), i -> 0)))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageContaining("N x H x W x 3 (RGB), were [2, 3, 3, 2]");
        assertThatThrownBy(() -> train(Npy.of(NpyElement.U1, List.of(2, 9), i -> 0)))
                .hasMessageContaining("were [2, 9]");
        assertThatThrownBy(() -> train(Npy.of(NpyElement.I8, List.of(2, 3, 3), i -> 0)))
                .hasMessageContaining("were <i8");
        assertThatThrownBy(() -> train(Npy.of(NpyElement.U1, List.of(2, 0, 3), i -> 0)))
                .hasMessageContaining("was 3 x 0");
    }

    @Test
    void wrongLabels_areErrors() {
        Npy images = Npy.of(NpyElement.U1, List.of(2, 3, 3), i -> 0);
        assertThatThrownBy(() -> open(
                        Map.of("train_images", images, "train_labels", Npy.of(NpyElement.U1, List.of(2), i -> 2 * i))))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageEndingWith("a label must be 0 (normal) or 1 (pneumonia), was 2.0 at index 1");
        assertThatThrownBy(() ->
                        open(Map.of("train_images", images, "train_labels", Npy.of(NpyElement.U1, List.of(3), i -> 0))))
                .hasMessageContaining("labels must be 2 or 2 x 1, were [3]");
        assertThatThrownBy(() -> open(Map.of("train_images", images))).hasMessageContaining("had only one of them");
    }

    @Test
    void noPart_isAnError() {
        assertThatThrownBy(() -> open(Map.of("other", LABELS))).hasMessageContaining("had none");
    }

    @Test
    void notAnArchive_isAnErrorThatNamesIt() throws IOException {
        Path file = Files.write(folder.resolve("broken.npz"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> NpzSource.open(file))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageContaining("broken.npz");
    }
}
