package aerate.film;

import java.util.Arrays;

/** PNG of every kind: grey, RGB or palette, 1 to 16 bits, with or without alpha, interlaced or not. */
final class PngFormat implements FilmFormat {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** The most that deflate can shrink. */
    private static final long MAXIMUM_DEFLATION = 1032;

    private final ImageDecoder decoder = new ImageDecoder("png");

    @Override
    public boolean matches(byte[] content) {
        return content.length >= SIGNATURE.length
                && Arrays.equals(content, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    @Override
    public FilmHeader header(byte[] content, FilmInfo info) {
        return FilmHeader.of("PNG", info);
    }

    @Override
    public Film read(byte[] content, FilmInfo info) throws UnreadableFilmException {
        String source = info.source();
        PngHeader header = PngHeader.of(content, source);
        FilmReader.requireSize(header.width(), header.height(), source);
        if (header.rowBytes() * header.height() / MAXIMUM_DEFLATION > content.length) {
            throw new UnreadableFilmException(
                    source,
                    "a PNG of " + header.width() + " x " + header.height() + " pixels cannot fit into " + content.length
                            + " bytes: truncated");
        }
        return GreyImage.of(decoder.decode(content, source)).toFilm(info);
    }
}
