package aerate.film.codec;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * JPEG of 12 bits and one channel, sequential, with Huffman codes (ITU-T T.81, process 4). Written here since no kept
 * Java codec reads it.
 */
final class ExtendedJpeg {
    private static final int TABLES = 4;
    private static final int BLOCK = InverseDct.SIDE * InverseDct.SIDE;
    private static final int[] ZIGZAG = zigzag();

    private final Segments segments;
    private final Format format;
    private final int[][] quantization = new int[TABLES][];
    private final HuffmanTable[] direct = new HuffmanTable[TABLES];
    private final HuffmanTable[] alternating = new HuffmanTable[TABLES];
    private int quantizer = -1;
    private int interval;

    ExtendedJpeg(byte[] content, Format format) throws CodecException {
        this.segments = new Segments(content);
        this.format = format;
    }

    short[] samples() throws CodecException {
        int marker = segments.marker();
        while (marker != Segments.START_OF_SCAN) {
            ByteBuffer segment = segments.segment();
            switch (marker) {
                case 0xDB -> quantization(segment);
                case 0xC4 -> huffman(segment);
                case 0xDD -> interval = remaining(segment, 2).getShort() & 0xFFFF;
                case 0xC1 -> quantizer = remaining(segment, 9).get(8);
                default ->
                    CodecException.require(
                            (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE,
                            "a JPEG marker %02X is not read in JPEG of 12 bits".formatted(marker));
            }
            marker = segments.marker();
        }
        short[] samples = scan(segments.segment());
        CodecException.require(
                segments.marker() == Segments.END_OF_IMAGE,
                "a JPEG stream must close with the end of image (FFD9), did not: truncated or of several scans");
        return samples;
    }

    private short[] scan(ByteBuffer header) throws CodecException {
        CodecException.require(
                header.remaining() == 6 && header.get() == 1, "a JPEG scan of 12 bits must have 1 channel, had not");
        header.get();
        int tables = header.get() & 0xFF;
        HuffmanTable dc = tables >> 4 < TABLES ? direct[tables >> 4] : null;
        HuffmanTable ac = (tables & 15) < TABLES ? alternating[tables & 15] : null;
        int[] steps = quantizer >= 0 && quantizer < TABLES ? quantization[quantizer] : null;
        CodecException.require(
                dc != null && ac != null && steps != null, "a JPEG scan must have its tables, had not: damaged");
        int across = (format.width() + InverseDct.SIDE - 1) / InverseDct.SIDE;
        int blocks = across * ((format.height() + InverseDct.SIDE - 1) / InverseDct.SIDE);
        short[] samples = new short[(int) format.samples()];
        float[] block = new float[BLOCK];
        float[] scratch = new float[BLOCK];
        CodedBits bits = CodedBits.ofJpeg(segments.coded(1));
        int last = 0;
        for (int i = 0; i < blocks; i++) {
            if (interval > 0 && i > 0 && i % interval == 0) {
                int wanted = 0xD0 + (i / interval - 1) % 8;
                CodecException.require(segments.marker() == wanted, "a JPEG restart must come in turn: damaged");
                bits = CodedBits.ofJpeg(segments.coded(1));
                last = 0;
            }
            Arrays.fill(block, 0);
            last += difference(bits, dc.symbol(bits));
            block[0] = last * steps[0];
            alternating(bits, ac, steps, block);
            InverseDct.invert(block, scratch);
            put(block, i % across * InverseDct.SIDE, i / across * InverseDct.SIDE, samples);
        }
        return samples;
    }

    private static void alternating(CodedBits bits, HuffmanTable ac, int[] steps, float[] block) throws CodecException {
        for (int at = 1; at < BLOCK; at++) {
            int symbol = ac.symbol(bits);
            int size = symbol & 15;
            if (size == 0 && symbol != 0xF0) { // end of block
                return;
            }
            at += symbol >> 4;
            CodecException.require(at < BLOCK, "a JPEG block must have 64 coefficients, had more: damaged");
            block[ZIGZAG[at]] = difference(bits, size) * steps[at];
        }
    }

    /** The number of {@code size} bits that follow: those that begin with 0 are negative (T.81, F.2.2.1). */
    private static int difference(CodedBits bits, int size) throws CodecException {
        CodecException.require(size <= 16, "a JPEG coefficient must have at most 16 bits, had more: damaged");
        if (size == 0) {
            return 0;
        }
        int value = bits.bits(size);
        return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    }

    private void put(float[] block, int left, int top, short[] samples) {
        int greatest = (1 << format.bits()) - 1;
        int middle = 1 << (format.bits() - 1);
        for (int y = top; y < Math.min(top + InverseDct.SIDE, format.height()); y++) {
            for (int x = left; x < Math.min(left + InverseDct.SIDE, format.width()); x++) {
                int value = Math.round(block[(y - top) * InverseDct.SIDE + x - left]) + middle;
                samples[y * format.width() + x] = (short) Math.max(0, Math.min(greatest, value));
            }
        }
    }

    private void quantization(ByteBuffer segment) throws CodecException {
        while (segment.hasRemaining()) {
            int which = segment.get() & 0xFF;
            boolean wide = which >> 4 == 1;
            CodecException.require(
                    which >> 4 <= 1 && (which & 15) < TABLES, "a JPEG quantization table must be one of 4: damaged");
            remaining(segment, wide ? 2 * BLOCK : BLOCK);
            int[] steps = new int[BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                steps[i] = wide ? segment.getShort() & 0xFFFF : segment.get() & 0xFF;
            }
            quantization[which & 15] = steps;
        }
    }

    private void huffman(ByteBuffer segment) throws CodecException {
        while (segment.hasRemaining()) {
            int which = segment.get() & 0xFF;
            CodecException.require(
                    which >> 4 <= 1 && (which & 15) < TABLES, "a Huffman table must be one of 8: damaged");
            (which >> 4 == 0 ? direct : alternating)[which & 15] = new HuffmanTable(segment);
        }
    }

    private static ByteBuffer remaining(ByteBuffer segment, int bytes) throws CodecException {
        CodecException.require(
                segment.remaining() >= bytes, "a JPEG segment must have " + bytes + " bytes, had fewer: damaged");
        return segment;
    }

    /** Place of each coefficient in the order that they are coded in (T.81, figure A.6). */
    private static int[] zigzag() {
        int[] places = new int[BLOCK];
        int at = 0;
        for (int diagonal = 0; diagonal < 2 * InverseDct.SIDE - 1; diagonal++) {
            for (int i = 0; i <= diagonal; i++) {
                int row = diagonal % 2 == 0 ? diagonal - i : i;
                int column = diagonal - row;
                if (row < InverseDct.SIDE && column < InverseDct.SIDE) {
                    places[at++] = row * InverseDct.SIDE + column;
                }
            }
        }
        return places;
    }
}
