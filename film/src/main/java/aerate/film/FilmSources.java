package aerate.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Opens collections of films, whatever their layout. */
public final class FilmSources {
    private FilmSources() {}

    /**
     * Opens a folder ({@link FolderSource}), an {@code .npz} archive ({@link NpzSource}) or a {@code .csv} manifest
     * ({@link ManifestSource}).
     *
     * @throws IllegalArgumentException if it is none of these, or holds no films
     * @throws IOException if it cannot be read
     */
    public static FilmSource open(Path collection) throws IOException {
        if (Files.isDirectory(collection)) {
            return FolderSource.open(collection);
        }
        if (!Files.exists(collection)) {
            throw new IllegalArgumentException("a collection of films must exist, did not: " + collection);
        }
        String name = collection.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".npz")) {
            return NpzSource.open(collection);
        }
        if (name.endsWith(".csv")) {
            return ManifestSource.open(collection);
        }
        throw new IllegalArgumentException(
                "a collection of films must be a folder, an .npz or a .csv, was " + collection);
    }
}
