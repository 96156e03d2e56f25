package aerate.film;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An open archive of named arrays as {@code numpy.savez} writes it. */
final class Npz implements AutoCloseable {
    /** NumPy's head has at most 64 KiB, of which it uses 128 bytes; this leaves the largest array that Java can hold. */
    private static final int MAXIMUM_BYTES = Integer.MAX_VALUE - 64;

    private final ZipFile archive;
    private final String source;

    private Npz(ZipFile archive, String source) {
        this.archive = archive;
        this.source = source;
    }

    static Npz open(Path file) throws UnreadableFilmException {
        try {
            return new Npz(new ZipFile(file.toFile()), file.toString());
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFilmException(file.toString(), "an NPZ must be a whole zip archive: " + e, e);
        }
    }

    /** The array of this name, if the archive has it. */
    Optional<Npy> find(String name) throws UnreadableFilmException {
        String where = source + "/" + name;
        ZipEntry entry = archive.getEntry(name + ".npy");
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.getSize() > MAXIMUM_BYTES) {
            throw new UnreadableFilmException(
                    where, "an array must have at most " + MAXIMUM_BYTES + " bytes, had " + entry.getSize());
        }
        try (InputStream content = archive.getInputStream(entry)) {
            // Read as it comes: the size that the archive claims is not believed.
            return Optional.of(Npy.parse(content.readNBytes(MAXIMUM_BYTES), where));
        } catch (UnreadableFilmException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFilmException(where, "damaged or truncated: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws UnreadableFilmException {
        try {
            archive.close();
        } catch (IOException e) {
            throw new UnreadableFilmException(source, "an NPZ must close, did not: " + e, e);
        }
    }
}
