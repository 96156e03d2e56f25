package aerate.film;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Films that are files under one root, however they were listed. */
abstract sealed class FileSource implements FilmSource permits FolderSource, ManifestSource {
    private final String name;
    private final Path root;
    private final List<LabelledFilm> films;
    private final Map<String, String> hashes = new ConcurrentHashMap<>(); // files are large, and asked for twice

    /**
     * A listed collection.
     *
     * @param films named by their paths under {@code root}
     */
    FileSource(String name, Path root, List<LabelledFilm> films) {
        this.name = name;
        this.root = root;
        this.films = List.copyOf(films);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String licence() {
        return Licence.of(root);
    }

    @Override
    public final List<LabelledFilm> films() {
        return films;
    }

    @Override
    public final Film read(LabelledFilm film) throws UnreadableFilmException {
        Path file = root.resolve(film.name());
        FilmInfo info =
                new FilmInfo(file.toString(), Optional.of(film.patient()), FilmInfo.View.UNKNOWN, Optional.empty());
        return FilmReader.read(FilmReader.bytes(file), info);
    }

    @Override
    public final String contentHash(LabelledFilm film) throws UnreadableFilmException {
        String known = hashes.get(film.name());
        if (known == null) {
            known = ContentHash.of(FilmReader.bytes(root.resolve(film.name())));
            hashes.put(film.name(), known);
        }
        return known;
    }
}
