package aerate.film.codec;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Set;

/**
 * The headers of a JPEG 2000 codestream (T.800, annex A), read before JJ2000 sees them: what would make that codec take
 * time or memory without bound, or give up with a warning, is refused here.
 */
final class Jpeg2000Header {
    private static final int CODING = 0xFF52;
    private static final int TILE_PART = 0xFF90;
    private static final int DATA = 0xFF93;
    private static final int END = 0xFFD9;
    /** COC, RGN, QCD, QCC, POC, TLM, PLM, PLT, CRG, COM. */
    private static final Set<Integer> OTHER =
            Set.of(0xFF53, 0xFF5E, 0xFF5C, 0xFF5D, 0xFF5F, 0xFF55, 0xFF57, 0xFF58, 0xFF63, 0xFF64);

    private static final int COMPONENT_CODING = 0xFF53;
    private static final int LEAST_TILE_AREA = 1024;
    private static final int GREATEST_FREE_TILES = 64;
    private static final int MOST_PRECINCTS = 1 << 16;

    private final ByteBuffer in;
    private Format format;
    private boolean signed;
    private long tiles;
    private int layers;

    private Jpeg2000Header(ByteBuffer in) {
        this.in = in;
    }

    /** Reads all headers of a codestream, up to its end. */
    static Jpeg2000Header of(byte[] content) throws CodecException {
        Jpeg2000Header header = new Jpeg2000Header(ByteBuffer.wrap(content));
        CodecException.require(
                content.length >= 4 && header.in.getInt() == 0xFF4FFF51,
                "JPEG 2000 must be a codestream (FF4F FF51), was not");
        header.size(header.segment());
        header.tileParts(header.markers(TILE_PART));
        return header;
    }

    Format format() {
        return format;
    }

    /** Whether samples are in two's complement. */
    boolean signed() {
        return signed;
    }

    /** The image and tile size: SIZ. */
    private void size(ByteBuffer segment) throws CodecException {
        CodecException.require(segment.remaining() >= 36, "a JPEG 2000 size must have at least 36 bytes: damaged");
        segment.getShort();
        long right = unsigned(segment);
        long bottom = unsigned(segment);
        long left = unsigned(segment);
        long top = unsigned(segment);
        long tileWidth = unsigned(segment);
        long tileHeight = unsigned(segment);
        long tileLeft = unsigned(segment);
        long tileTop = unsigned(segment);
        CodecException.require(
                right <= Integer.MAX_VALUE && bottom <= Integer.MAX_VALUE && left < right && top < bottom,
                "JPEG 2000 must lie within its grid, was %d..%d x %d..%d".formatted(left, right, top, bottom));
        CodecException.require(
                tileLeft <= left
                        && tileTop <= top
                        && tileWidth >= 1
                        && tileHeight >= 1
                        && tileLeft + tileWidth > left
                        && tileTop + tileHeight > top,
                "a JPEG 2000 tile must begin with the image, did not: damaged");
        int channels = segment.getShort() & 0xFFFF;
        CodecException.require(
                segment.remaining() == 3 * channels && channels > 0, "a JPEG 2000 size must tell of all channels");
        int kind = segment.get() & 0xFF;
        segment.position(segment.position() - 1);
        while (segment.hasRemaining()) {
            CodecException.require(
                    (segment.get() & 0xFF) == kind && segment.get() == 1 && segment.get() == 1,
                    "JPEG 2000 channels must be alike, were not: subsampled or of several depths is not read");
        }
        signed = kind >> 7 == 1;
        format = Format.of((int) (right - left), (int) (bottom - top), channels, (kind & 0x7F) + 1);
        tiles = parts(right - tileLeft, tileWidth) * parts(bottom - tileTop, tileHeight);
        CodecException.require(
                tiles <= Math.max(GREATEST_FREE_TILES, (right - left) * (bottom - top) / LEAST_TILE_AREA),
                "JPEG 2000 tiles must be at least " + LEAST_TILE_AREA + " pixels, were " + tiles + " tiles");
    }

    /** Reads marker segments up to a marker and returns the place behind it. */
    private int markers(int last) throws CodecException {
        while (true) {
            need(2);
            int marker = in.getShort() & 0xFFFF;
            if (marker == last) {
                return in.position();
            }
            CodecException.require(
                    marker == CODING || OTHER.contains(marker),
                    "a JPEG 2000 marker %04X is not read".formatted(marker));
            ByteBuffer segment = segment();
            if (marker == CODING) {
                CodecException.require(segment.remaining() >= 10, "a JPEG 2000 coding style is too short: damaged");
                segment.getShort();
                layers = Math.max(layers, segment.getShort() & 0xFFFF);
                boolean precincts = (segment.get(0) & 1) != 0;
                segment.get();
                style(segment, precincts);
            } else if (marker == COMPONENT_CODING) {
                CodecException.require(segment.remaining() >= 7, "a JPEG 2000 coding style is too short: damaged");
                segment.get();
                style(segment, (segment.get() & 1) != 0);
            }
        }
    }

    /** Levels, blocks and precincts of COD or COC. */
    private void style(ByteBuffer segment, boolean precincts) throws CodecException {
        int levels = segment.get() & 0xFF;
        CodecException.require(levels <= 32, "JPEG 2000 must have at most 32 levels, had " + levels);
        int width = (segment.get() & 0xFF) + 2;
        int height = (segment.get() & 0xFF) + 2;
        CodecException.require(
                width <= 10 && height <= 10 && width + height <= 12,
                "a JPEG 2000 code block must have at most 4096 samples, had 2^" + width + " x 2^" + height);
        long blocks = (format.samples() >> (width + height)) + 64;
        CodecException.require(
                layers >= 1 && blocks * layers <= 1 << 22,
                "JPEG 2000 blocks times layers must be in [1, 2^22], were " + blocks + " times " + layers);
        segment.getShort();
        CodecException.require(
                segment.remaining() == (precincts ? levels + 1 : 0),
                "a JPEG 2000 coding style must tell a precinct a level: damaged");
        while (segment.hasRemaining()) {
            int precinct = segment.get() & 0xFF;
            CodecException.require(
                    format.samples() >> ((precinct & 15) + (precinct >> 4)) <= MOST_PRECINCTS,
                    "JPEG 2000 must have at most " + MOST_PRECINCTS + " precincts, had them of 2^" + (precinct & 15)
                            + " x 2^" + (precinct >> 4));
        }
    }

    /** Walks from tile-part to tile-part, the first of which begins before {@code behind}. */
    private void tileParts(int behind) throws CodecException {
        CodecException.require(layers >= 1, "JPEG 2000 must tell its coding style, did not: damaged");
        BitSet seen = new BitSet();
        int start = behind - 2;
        while (true) {
            ByteBuffer part = segment();
            CodecException.require(part.remaining() == 8, "a JPEG 2000 tile-part's header must have 8 bytes: damaged");
            int tile = part.getShort() & 0xFFFF;
            CodecException.require(
                    tile < tiles, "a JPEG 2000 tile must be in [0, " + tiles + "), was " + tile + ": damaged");
            seen.set(tile);
            long length = part.getInt() & 0xFFFFFFFFL;
            markers(DATA);
            int end = length == 0 ? in.limit() - 2 : (int) Math.min(start + length, in.limit());
            CodecException.require(
                    end >= in.position() && end + 2 <= in.limit(),
                    "a JPEG 2000 tile-part must end within its stream, did not: truncated");
            in.position(end);
            start = end;
            int marker = in.getShort() & 0xFFFF;
            if (marker == END) {
                break;
            }
            CodecException.require(
                    marker == TILE_PART, "a JPEG 2000 stream must close with its end (FFD9), did not: truncated");
        }
        CodecException.require(
                seen.cardinality() == tiles,
                "JPEG 2000 must have all " + tiles + " tiles, had " + seen.cardinality() + ": truncated");
    }

    private ByteBuffer segment() throws CodecException {
        need(2);
        int length = in.getShort() & 0xFFFF;
        CodecException.require(length >= 2, "a JPEG 2000 segment must be at least 2 bytes, was " + length);
        need(length - 2);
        ByteBuffer segment = in.slice(in.position(), length - 2);
        in.position(in.position() + length - 2);
        return segment;
    }

    private void need(int bytes) throws CodecException {
        CodecException.require(
                bytes <= in.remaining(), "a JPEG 2000 stream must close with its end (FFD9), did not: truncated");
    }

    private static long unsigned(ByteBuffer segment) {
        return segment.getInt() & 0xFFFFFFFFL;
    }

    private static long parts(long length, long each) {
        return (length + each - 1) / each;
    }
}
