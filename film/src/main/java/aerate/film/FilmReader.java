package aerate.film;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Reads a film from a file, told by its first bytes and not by its name: JPEG (grey or colour), PNG (every kind) and
 * DICOM.
 *
 * <p>Colour becomes grey by Rec. 601 luma and transparency lies over black. A file that is damaged or truncated is an
 * error, never half a film. Thread-safe.
 */
public final class FilmReader {
    /** The greatest film that is decoded, so that a few hostile bytes cannot claim all memory. */
    static final long MAXIMUM_PIXELS = 100_000_000;

    private static final long MAXIMUM_BYTES = 512L << 20;
    private static final int BEGINNING_BYTES = 1 << 18;
    /** Those of packages below this one come as services, so that these know this package and not the reverse. */
    private static final List<FilmFormat> FORMATS = Stream.concat(
                    Stream.of(new JpegFormat(), new PngFormat()),
                    ServiceLoader.load(FilmFormat.class, FilmFormat.class.getClassLoader()).stream()
                            .map(ServiceLoader.Provider::get))
            .toList();

    private FilmReader() {}

    /**
     * Reads the film in a file; {@code film.dcm#2} is the second frame of {@code film.dcm}.
     *
     * @throws UnreadableFilmException if it cannot be read as a film
     */
    public static Film read(Path file) throws UnreadableFilmException {
        FilmPath path = FilmPath.of(file);
        byte[] content = bytes(path.file());
        FilmInfo info = FilmInfo.of(file.toString());
        return path.frame().isPresent()
                ? format(content, info).read(content, info, path.frame().getAsInt())
                : read(content, info);
    }

    /**
     * What a file tells of its film, without decoding it; of a large file, only the beginning is read if that is enough.
     *
     * @throws UnreadableFilmException if it is no film, or does not tell
     */
    public static FilmHeader header(Path file) throws UnreadableFilmException {
        Path whole = FilmPath.of(file).file();
        FilmInfo info = FilmInfo.of(file.toString());
        byte[] beginning = beginning(whole);
        try {
            return format(beginning, info).header(beginning, info);
        } catch (UnreadableFilmException e) {
            if (beginning.length < BEGINNING_BYTES) {
                throw e;
            }
            byte[] content = bytes(whole);
            return format(content, info).header(content, info);
        }
    }

    /**
     * Reads the film in a file's bytes.
     *
     * @param source names the film in messages and in its {@link FilmInfo}
     * @throws UnreadableFilmException if they cannot be read as a film
     */
    public static Film read(byte[] content, String source) throws UnreadableFilmException {
        return read(content, FilmInfo.of(source));
    }

    static Film read(byte[] content, FilmInfo info) throws UnreadableFilmException {
        return format(content, info).read(content, info);
    }

    private static FilmFormat format(byte[] content, FilmInfo info) throws UnreadableFilmException {
        if (content.length == 0) {
            throw new UnreadableFilmException(info.source(), "a film's file must not be empty");
        }
        for (FilmFormat format : FORMATS) {
            if (format.matches(content)) {
                return format;
            }
        }
        throw new UnreadableFilmException(
                info.source(),
                "a film must be a JPEG, PNG or DICOM file, began with "
                        + HexFormat.ofDelimiter(" ").formatHex(content, 0, Math.min(8, content.length)));
    }

    private static byte[] beginning(Path file) throws UnreadableFilmException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BEGINNING_BYTES);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The whole file. */
    static byte[] bytes(Path file) throws UnreadableFilmException {
        try {
            long size = Files.size(file);
            if (size > MAXIMUM_BYTES) {
                throw new UnreadableFilmException(
                        file.toString(), "a film's file must be at most " + MAXIMUM_BYTES + " bytes, was " + size);
            }
            return Files.readAllBytes(file);
        } catch (UnreadableFilmException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UnreadableFilmException unreadable(Path file, IOException e) {
        return new UnreadableFilmException(file.toString(), "its file must be readable, was not: " + e, e);
    }

    /**
     * Refuses a film of no pixels, or of too many, before it is decoded.
     *
     * @throws UnreadableFilmException naming the source and the size
     */
    public static void requireSize(long width, long height, String source) throws UnreadableFilmException {
        if (width < 1 || height < 1) {
            throw new UnreadableFilmException(
                    source, "a film must be at least 1 x 1 pixels, was " + width + " x " + height);
        }
        if (width * height > MAXIMUM_PIXELS) {
            throw new UnreadableFilmException(
                    source, "a film must have at most " + MAXIMUM_PIXELS + " pixels, was " + width + " x " + height);
        }
    }
}
