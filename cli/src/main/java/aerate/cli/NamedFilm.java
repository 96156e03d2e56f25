package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, Integer> seen = new HashMap<>();
        List<NamedFilm> films = new ArrayList<>();
        for (Path file : files) {
            String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
            int count = seen.merge(stem, 1, Integer::sum);
            films.add(new NamedFilm(count == 1 ? stem : stem + "-" + count, FilmReader.read(file)));
        }
        return films;
    }

    static List<Film> films(List<NamedFilm> files) {
        return files.stream().map(NamedFilm::film).toList();
    }
}
