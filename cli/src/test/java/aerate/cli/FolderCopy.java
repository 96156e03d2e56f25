package aerate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a folder, for tests that spoil it. */
final class FolderCopy {
    private FolderCopy() {}

    static Path of(Path folder, Path copy) throws IOException {
        for (Path path : tree(folder)) {
            Path target = copy.resolve(folder.relativize(path).toString());
            Files.createDirectories(target.getParent());
            Files.copy(path, target);
        }
        return copy;
    }

    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
