package aerate.film;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Films that are files under one root, however they were listed. */
abstract sealed class FileSource implements FilmSource permits FolderSource, ManifestSource {
    private static final Set<String> MAYBE_DICOM = Set.of("dcm", "dicom", "");

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

    /**
     * Whose film a file is: as its header says, if it is DICOM, since a name is then no more than a number; else as given.
     * A file that cannot be read is told of when its film is wanted.
     */
    static String patient(Path file, String otherwise) {
        if (!MAYBE_DICOM.contains(extension(file)) || !Files.isRegularFile(file)) {
            return otherwise;
        }
        try {
            return FilmReader.header(file).info().patient().orElse(otherwise);
        } catch (UnreadableFilmException e) {
            return otherwise;
        }
    }

    /** What follows the last dot of a file's name, in small letters. */
    static String extension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
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
