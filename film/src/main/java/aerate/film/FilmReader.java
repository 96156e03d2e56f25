package aerate.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads a film from a file, told by its first bytes and not by its name: JPEG (grey or colour) and PNG (every kind).
 *
 * <p>Colour becomes grey by Rec. 601 luma and transparency lies over black. A file that is damaged or truncated is an
 * error, never half a film. Thread-safe.
 */
public final class FilmReader {
    /** The greatest film that is decoded, so that a few hostile bytes cannot claim all memory. */
    static final long MAXIMUM_PIXELS = 100_000_000;

    private static final long MAXIMUM_BYTES = 512L << 20;
    private static final List<FilmFormat> FORMATS = List.of(new JpegFormat(), new PngFormat());

    private FilmReader() {}

    /**
     * Reads the film in a file.
     *
     * @throws UnreadableFilmException if it cannot be read as a film
     */
    public static Film read(Path file) throws UnreadableFilmException {
        return read(bytes(file), file.toString());
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
        if (content.length == 0) {
            throw new UnreadableFilmException(info.source(), "a film's file must not be empty");
        }
        for (FilmFormat format : FORMATS) {
            if (format.matches(content)) {
                return format.read(content, info);
            }
        }
        throw new UnreadableFilmException(
                info.source(),
                "a film must be a JPEG or PNG file, began with "
                        + HexFormat.ofDelimiter(" ").formatHex(content, 0, Math.min(8, content.length)));
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
            throw new UnreadableFilmException(file.toString(), "its file must be readable, was not: " + e, e);
        }
    }

    /** Refuses a film of no pixels, or of too many, before it is decoded. */
    static void requireSize(long width, long height, String source) throws UnreadableFilmException {
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
