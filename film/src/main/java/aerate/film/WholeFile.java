package aerate.film;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that appears under its name whole or not at all, so that a full disk or Ctrl-C leaves no half film behind. */
public final class WholeFile {
    private WholeFile() {}

    /** What goes into a file; it may be more than fits into memory. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the stream is closed by whoever gave it. */
        void writeTo(OutputStream file) throws IOException;
    }

    /** As {@link #write(Path, Content)}, of what is in memory. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, stream -> stream.write(content));
    }

    /**
     * Writes a file anew or in place of another. A link or a device stays what it is: it is written through.
     *
     * @throws IOException naming the file, and why it cannot be written
     */
    public static void write(Path file, Content content) throws IOException {
        boolean replaceable =
                Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        try {
            if (replaceable) {
                replace(file, content);
            } else {
                stream(content, file);
            }
        } catch (IOException e) {
            throw new IOException(file + ": cannot be written: " + reason(e), e);
        }
    }

    private static void stream(Content content, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            content.writeTo(stream);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            stream(content, part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Without the name of the part, which nobody knows. */
    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (e instanceof AccessDeniedException) {
            return "it is not permitted";
        }
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : e.getMessage();
    }
}
