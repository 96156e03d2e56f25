package aerate.benchmark;

import aerate.film.Film;
import aerate.film.FilmReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long DICOM films take from their bytes to the grey that is shown, by transfer syntax: CPU time of the one thread
 * that does it, as for 2000 x 2000 pixels. Takes the folder that {@code dicom_syntaxes.py} writes, or any other.
 */
final class DicomDecoding {
    private static final double PIXELS = 2000.0 * 2000.0;
    private static final int ROUNDS = Integer.getInteger("rounds", 10);

    private DicomDecoding() {}

    public static void main(String[] words) throws IOException {
        for (Path file : films(Path.of(words[0]))) {
            byte[] content = Files.readAllBytes(file);
            Film film = FilmReader.read(content, file.toString());
            long best = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long start = Clock.CPU.getAsLong();
                FilmReader.read(content, file.toString());
                best = Math.min(best, Clock.CPU.getAsLong() - start);
            }
            System.out.printf(
                    Locale.ROOT,
                    "| reading %s: %s, %d bits, %.1f MB | **%.0f ms** of CPU for 2000 x 2000 pixels | stated |%n",
                    file.getFileName(),
                    FilmReader.header(file).kind(),
                    film.bits(),
                    content.length / 1e6,
                    best / 1e6 * PIXELS / film.width() / film.height());
        }
    }

    private static List<Path> films(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toList();
        }
    }
}
