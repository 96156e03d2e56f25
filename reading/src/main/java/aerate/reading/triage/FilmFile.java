package aerate.reading.triage;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Something of a pile that may be a film, as it lay there when it was seen.
 *
 * @param name its path under the pile's folder, with slashes: no other of the pile has it
 * @param obstacle why it cannot be opened, where that is known beforehand
 */
public record FilmFile(String name, Path path, Stamp stamp, Optional<String> obstacle) {
    public FilmFile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(path);
        Objects.requireNonNull(stamp);
        Objects.requireNonNull(obstacle);
    }
}
