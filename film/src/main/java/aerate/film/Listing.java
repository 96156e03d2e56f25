package aerate.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * The films of a folder and of those below it, labelled or not, every one decoded once.
 *
 * @param name of the folder
 * @param films in the order of their paths
 */
public record Listing(String name, List<Entry> films) {
    /**
     * One file.
     *
     * @param path below the folder, with slashes
     * @param kind how it is stored, if so much of it can be read
     * @param description what the study says that it is, if it says so
     * @param size of the film, if it can be read
     * @param unreadable why it cannot
     */
    public record Entry(
            String path,
            Optional<String> kind,
            Optional<String> description,
            Optional<Size> size,
            Optional<String> unreadable) {}

    /** Pixels and bits of a sample. */
    public record Size(int width, int height, int bits) {}

    public Listing {
        films = List.copyOf(films);
    }

    /** Files that may be films by their names, in the order of their paths: hidden ones are left out. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(FolderSource::isFilm).sorted().toList();
        }
    }

    /**
     * Reads files below a folder.
     *
     * @param progress told the number of files done after each
     */
    public static Listing of(Path folder, List<Path> files, IntConsumer progress) {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files) {
            entries.add(entry(folder.relativize(file).toString().replace('\\', '/'), file));
            progress.accept(entries.size());
        }
        return new Listing(String.valueOf(folder.toAbsolutePath().normalize().getFileName()), entries);
    }

    /** Readable films per kind. */
    public Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new TreeMap<>();
        for (Entry film : films) {
            if (film.unreadable().isEmpty()) {
                film.kind().ifPresent(kind -> kinds.merge(kind, 1, Integer::sum));
            }
        }
        return kinds;
    }

    private static Entry entry(String path, Path file) {
        Optional<FilmHeader> header = Optional.empty();
        try {
            header = Optional.of(FilmReader.header(file));
            Film film = FilmReader.read(file);
            return entry(
                    path, header, Optional.of(new Size(film.width(), film.height(), film.bits())), Optional.empty());
        } catch (UnreadableFilmException e) {
            return entry(path, header, Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    private static Entry entry(
            String path, Optional<FilmHeader> header, Optional<Size> size, Optional<String> unreadable) {
        return new Entry(path, header.map(FilmHeader::kind), header.flatMap(FilmHeader::description), size, unreadable);
    }
}
