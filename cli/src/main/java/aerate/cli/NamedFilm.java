package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A film named on the command line, with a name of its own for what is written about it. It is read when it is needed: all
 * films of a collection at once would not fit into memory.
 *
 * @param name the file's without its extension, with a number where several files share it
 */
record NamedFilm(String name, Path file) {
    static List<NamedFilm> of(List<Path> files) {
        Set<String> taken = new HashSet<>();
        return files.stream()
                .map(file -> new NamedFilm(free(stem(file), taken), file))
                .toList();
    }

    /**
     * Decodes the file.
     *
     * @throws UnreadableFilmException if it is not a film
     */
    Film read() throws UnreadableFilmException {
        return FilmReader.read(file);
    }

    /**
     * As {@link #read()}, several.
     *
     * @throws UnreadableFilmException naming the first that is not a film
     */
    static List<Film> read(List<NamedFilm> named) throws UnreadableFilmException {
        List<Film> films = new ArrayList<>();
        for (NamedFilm film : named) {
            films.add(film.read());
        }
        return films;
    }

    /** The same in their order, at most {@code size} at a time. */
    static List<List<NamedFilm>> chunks(List<NamedFilm> films, int size) {
        return IntStream.iterate(0, from -> from < films.size(), from -> from + size)
                .mapToObj(from -> films.subList(from, Math.min(films.size(), from + size)))
                .toList();
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
    }

    /** The stem, or else the first of {@code stem-2}, {@code stem-3} and so on that no other film has. */
    private static String free(String stem, Set<String> taken) {
        String name = stem;
        for (int number = 2; !taken.add(name); number++) {
            name = stem + "-" + number;
        }
        return name;
    }
}
