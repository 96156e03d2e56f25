package aerate.reading.triage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Walks through a pile and lets nothing that stands in the way end the walk. */
final class PileVisitor implements FileVisitor<Path> {
    private static final Stamp UNKNOWN = new Stamp(0, 0);

    private final Path root;
    private final Predicate<Path> own;
    private final Consumer<FilmFile> seen;

    PileVisitor(Path root, Predicate<Path> own, Consumer<FilmFile> seen) {
        this.root = root;
        this.own = own;
        this.seen = seen;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            see(file, Stamp.of(attributes), "a link must lead to a file, this one leads nowhere");
        } else if (attributes.isRegularFile()) {
            see(file, Stamp.of(attributes), null);
        } else {
            // A pipe would be waited for, for ever.
            see(file, Stamp.of(attributes), "a film must be a file, was a pipe, a socket or a device");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
        return stoppedBy(path, e);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
        return e == null ? FileVisitResult.CONTINUE : stoppedBy(folder, e);
    }

    private FileVisitResult stoppedBy(Path path, IOException e) throws IOException {
        if (path.equals(root)) {
            throw e;
        }
        // Films within a loop are seen at their first place; what is gone by now was taken away by somebody.
        if (!(e instanceof FileSystemLoopException || e instanceof NoSuchFileException)) {
            boolean denied = e instanceof AccessDeniedException;
            see(path, UNKNOWN, denied ? "must be permitted to be opened, was not" : "cannot be opened: " + e);
        }
        return FileVisitResult.CONTINUE;
    }

    private void see(Path path, Stamp stamp, String obstacle) {
        if (!isHidden(path) && !own.test(path)) {
            String name = root.relativize(path)
                    .toString()
                    .replace(path.getFileSystem().getSeparator(), "/");
            seen.accept(new FilmFile(name, path, stamp, Optional.ofNullable(obstacle)));
        }
    }

    private boolean isHidden(Path path) {
        return !path.equals(root) && path.getFileName().toString().startsWith(".");
    }
}
