package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A film named on the command line, with a name of its own for what is written about it.
 *
 * @param name the file's without its extension, with a number where several files share it
 */
record NamedFilm(String name, Film film) {
    /**
     * Reads files.
     *
     * @throws UnreadableFilmException naming the first that is not a film
     */
    static List<NamedFilm> read(List<Path> files) throws UnreadableFilmException {
        Set<String> taken = new HashSet<>();
        List<NamedFilm> films = new ArrayList<>();
        for (Path file : files) {
            Film film = FilmReader.read(file);
            films.add(new NamedFilm(free(stem(file), taken), film));
        }
        return films;
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "");
    }

    /** The stem, or else the first of {@code stem-2}, {@code stem-3} and so on that no other film has. */
    private static String free(String stem, Set<String> taken) {
        String name = stem;
        for (int number = 2; !taken.add(name); number++) {
            name = stem + "-" + number;
        }
        return name;
    }

    static List<Film> films(List<NamedFilm> files) {
        return files.stream().map(NamedFilm::film).toList();
    }
}
