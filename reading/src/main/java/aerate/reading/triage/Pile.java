package aerate.reading.triage;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A folder of films as a hospital has it: any formats, nested as deep as it likes, links followed.
 *
 * <p>Every file counts, whatever its name: content alone tells a film. Left out are only files and folders that are hidden
 * (their name begins with a dot) and what triage itself writes there. What cannot be opened, a folder too, is there with
 * its obstacle.
 */
public final class Pile {
    private final Path folder;
    private final Predicate<Path> own;

    private Pile(Path folder, Predicate<Path> own) {
        this.folder = folder;
        this.own = own;
    }

    /**
     * The pile in a folder.
     *
     * @param own the files under it, by real path, that triage writes itself
     * @throws IllegalArgumentException if it is no folder
     */
    public static Pile in(Path folder, Predicate<Path> own) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("a pile must be a folder, was not: " + folder);
        }
        return new Pile(folder.toRealPath(), own);
    }

    /** The folder's real path. */
    public Path folder() {
        return folder;
    }

    /**
     * What lies there now, by name.
     *
     * @throws IOException if the pile's own folder cannot be listed
     */
    public List<FilmFile> look() throws IOException {
        List<FilmFile> files = new ArrayList<>();
        PileVisitor visitor = new PileVisitor(folder, own, files::add);
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        files.sort(Comparator.comparing(FilmFile::name));
        return files;
    }
}
