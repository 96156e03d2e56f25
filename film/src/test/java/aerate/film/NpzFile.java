package aerate.film;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes NPZ archives for tests. */
final class NpzFile {
    private NpzFile() {}

    static byte[] of(Map<String, Npy> arrays) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Npy> array : arrays.entrySet()) {
                archive.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                archive.write(array.getValue().bytes());
            }
        }
        return bytes.toByteArray();
    }
}
