package aerate.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes a folder in whole or not at all: to a neighbouring one that then takes the name. */
public final class AtomicFolder {
    private AtomicFolder() {}

    /** What fills a folder. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path folder) throws IOException;
    }

    /** Replaces {@code folder}, which stays as it was if the content cannot be written. */
    public static void write(Path folder, Content content) throws IOException {
        Path fresh = neighbour(folder, ".new");
        Path old = neighbour(folder, ".old");
        delete(fresh);
        Files.createDirectories(fresh);
        try {
            content.writeTo(fresh);
        } catch (IOException e) {
            delete(fresh); // where the disk is full, others need the room
            throw new IOException(folder + ": cannot be written: " + e.getMessage(), e);
        }
        delete(old);
        if (Files.exists(folder)) {
            Files.move(folder, old);
        }
        Files.move(fresh, folder);
        delete(old);
    }

    /** Puts back what a crash between the two moves of {@link #write} left aside. */
    public static void recover(Path folder) throws IOException {
        Path old = neighbour(folder, ".old");
        if (!Files.exists(folder) && Files.exists(old)) {
            Files.move(old, folder);
        }
    }

    private static Path neighbour(Path folder, String suffix) {
        return folder.resolveSibling(folder.getFileName() + suffix);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
