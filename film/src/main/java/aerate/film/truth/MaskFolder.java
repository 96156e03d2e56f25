package aerate.film.truth;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.LabelledFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Masks as pictures in a folder, under the names of their films: as {@code masks/} of a folder of phantoms has them. */
public record MaskFolder(Path folder) implements Truth {
    public MaskFolder {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("masks must be in a folder, but there is none: " + folder);
        }
    }

    @Override
    public boolean marks(LabelledFilm entry) {
        return Files.isRegularFile(folder.resolve(entry.name()));
    }

    @Override
    public LesionMask mask(LabelledFilm entry, Film film) throws IOException {
        Path file = folder.resolve(entry.name());
        Film mask = FilmReader.read(file);
        if (mask.width() != film.width() || mask.height() != film.height()) {
            throw new IllegalArgumentException("%s: a mask must have its film's size %d x %d, was %d x %d"
                    .formatted(file, film.width(), film.height(), mask.width(), mask.height()));
        }
        try {
            return LesionMask.of(mask);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "masks of " + folder;
    }
}
