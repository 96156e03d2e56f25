package aerate.reading.triage;

import aerate.film.FilmWriter;
import aerate.film.Label;
import aerate.network.Manifest;
import aerate.reading.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Piles of small films, and what a worklist needs besides. */
final class Piles {
    static final Manifest.OperatingPoint HALF = new Manifest.OperatingPoint(0.5, "by hand");
    static final Heading HEADING = new Heading("films", "tiny", "0f3a", 1, HALF, Optional.empty());
    static final ThumbnailPainter STAMP =
            (film, where, finding) -> new byte[] {(byte) film.width(), (byte) film.height()};

    private Piles() {}

    static Path film(Path file, long seed) throws IOException {
        Files.createDirectories(file.getParent());
        FilmWriter.writePng(TinyModels.film(40, 30, 8, seed), file);
        return file;
    }

    static List<FilmFile> look(Path folder) throws IOException {
        return Pile.in(folder, path -> false).look();
    }

    static Entry found(String film, double probability) {
        return found(film, probability, Optional.empty());
    }

    static Entry found(String film, double probability, Optional<Boolean> unlike) {
        Label verdict = probability >= HALF.threshold() ? Label.PNEUMONIA : Label.NORMAL;
        return Entry.read(film, new Finding(probability, verdict, Finding.entropy(probability), unlike));
    }

    static FilmFile file(String name, long bytes) {
        return new FilmFile(name, Path.of(name), new Stamp(bytes, 7), Optional.empty());
    }

    static JournalLine line(FilmFile file, double probability) {
        return JournalLine.read(file, found(file.name(), probability).finding().orElseThrow(), new byte[] {1, 2});
    }
}
