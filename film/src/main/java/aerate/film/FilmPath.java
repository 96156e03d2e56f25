package aerate.film;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file, and which of its frames is meant: {@code film.dcm#2} is the second of {@code film.dcm}, if there is no file of
 * the whole name.
 *
 * @param frame from 1; empty where none is named
 */
record FilmPath(Path file, OptionalInt frame) {
    private static final Pattern NUMBERED = Pattern.compile("(.+)#([1-9][0-9]{0,5})");

    static FilmPath of(Path named) {
        Matcher numbered = NUMBERED.matcher(String.valueOf(named.getFileName()));
        return numbered.matches() && !Files.exists(named)
                ? new FilmPath(
                        named.resolveSibling(numbered.group(1)), OptionalInt.of(Integer.parseInt(numbered.group(2))))
                : new FilmPath(named, OptionalInt.empty());
    }
}
