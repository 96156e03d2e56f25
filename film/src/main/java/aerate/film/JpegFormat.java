package aerate.film;

/**
 * JPEG of 8 bits, baseline or progressive, with one channel or three.
 *
 * <p>Embedded colour profiles are not applied: the samples are the film.
 */
final class JpegFormat implements FilmFormat {
    private static final int PROGRESSIVE = 0xC2;
    /** Each 8 x 8 block costs at least one bit, so that a byte holds at most 8 blocks. */
    private static final int MAXIMUM_PIXELS_PER_BYTE = 8 * 64;

    private final ImageDecoder decoder = new ImageDecoder("jpeg");

    @Override
    public boolean matches(byte[] content) {
        return content.length >= 3
                && content[0] == (byte) 0xFF
                && content[1] == (byte) 0xD8
                && content[2] == (byte) 0xFF;
    }

    @Override
    public FilmHeader header(byte[] content, FilmInfo info) {
        return FilmHeader.of("JPEG", info);
    }

    @Override
    public Film read(byte[] content, FilmInfo info) throws UnreadableFilmException {
        String source = info.source();
        JpegHeader header = JpegHeader.of(content, source);
        requireReadable(header, source);
        FilmReader.requireSize(header.width(), header.height(), source);
        if ((long) header.width() * header.height() / MAXIMUM_PIXELS_PER_BYTE > content.length) {
            throw new UnreadableFilmException(
                    source,
                    "a JPEG of " + header.width() + " x " + header.height() + " pixels cannot fit into "
                            + content.length + " bytes: truncated");
        }
        return GreyImage.of(decoder.decode(content, source)).toFilm(info);
    }

    private static void requireReadable(JpegHeader header, String source) throws UnreadableFilmException {
        if (header.process() > PROGRESSIVE) {
            throw new UnreadableFilmException(
                    source,
                    "a JPEG must be baseline or progressive (frame c0 to c2), was "
                            + Integer.toHexString(header.process()));
        }
        if (header.bits() != 8) {
            throw new UnreadableFilmException(source, "a JPEG must have 8 bits a sample, had " + header.bits());
        }
        if (header.channels() != 1 && header.channels() != 3) {
            throw new UnreadableFilmException(
                    source,
                    "a JPEG must have 1 channel (grey) or 3 (colour), had " + header.channels()
                            + (header.channels() == 4 ? " (CMYK)" : ""));
        }
    }
}
