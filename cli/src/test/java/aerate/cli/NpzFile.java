package aerate.cli;

import aerate.film.Npy;
import aerate.film.NpyElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes an NPZ of training films, every second of them sick. */
final class NpzFile {
    private NpzFile() {}

    static Path write(Path file, Npy images) throws IOException {
        Npy labels = Npy.of(NpyElement.U1, List.of(images.shape().get(0)), i -> i % 2);
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, Npy> array :
                    Map.of("train_images", images, "train_labels", labels).entrySet()) {
                Path part = file.resolveSibling(array.getKey() + ".npy");
                array.getValue().write(part);
                archive.putNextEntry(new ZipEntry(part.getFileName().toString()));
                Files.copy(part, archive);
            }
        }
        return file;
    }
}
