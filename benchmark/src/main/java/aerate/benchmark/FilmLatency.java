package aerate.benchmark;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.LabelledFilm;
import aerate.network.Json;
import aerate.reading.diagnosis.Classifier;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/** What a film costs within a running process: its JPEG's bytes in, the diagnosis as JSON out. */
final class FilmLatency {
    private static final int WARMUP = 20;
    private static final int FILMS = 32;

    private FilmLatency() {}

    /**
     * Measures and prints a Markdown row.
     *
     * @param words a checkpoint, a folder of films
     */
    public static void main(String[] words) throws IOException {
        if (words.length != 2) {
            throw new IllegalArgumentException("two words are needed, CHECKPOINT FILMS, were " + words.length);
        }
        Setting setting = Setting.ofProperties();
        Libtorch.threads(setting.threads());
        List<byte[]> films = jpegs(FilmSources.open(Path.of(words[1])));
        try (Classifier classifier = Classifier.open(Path.of(words[0]), Device.CPU)) {
            int[] next = {0};
            Map<String, Double> seconds = Medians.of(
                    Clock.ofProperties(),
                    WARMUP,
                    setting.rounds() * 4,
                    Map.of("film", () -> diagnose(classifier, films.get(next[0]++ % films.size()))));
            System.out.printf(
                    Locale.ROOT,
                    "| one film, JPEG in to JSON out (%s time) | **%.1f ms** at the median | at most 35 ms |%n",
                    Clock.ofProperties().name().toLowerCase(Locale.ROOT),
                    1e3 * seconds.get("film"));
        }
    }

    private static String diagnose(Classifier classifier, byte[] jpeg) {
        try {
            return Json.MAPPER.writeValueAsString(classifier.diagnose(FilmReader.read(jpeg, "film")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Films in equal steps through the collection, at their own size. */
    private static List<byte[]> jpegs(FilmSource source) throws IOException {
        List<LabelledFilm> all = source.films();
        List<byte[]> jpegs = new ArrayList<>();
        for (int i = 0; i < FILMS; i++) {
            jpegs.add(jpeg(source.read(all.get((int) ((long) i * all.size() / FILMS)))));
        }
        return jpegs;
    }

    private static byte[] jpeg(Film film) throws IOException {
        BufferedImage image = new BufferedImage(film.width(), film.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, film.width(), film.height(), film.bytes());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
