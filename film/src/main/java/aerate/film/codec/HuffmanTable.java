package aerate.film.codec;

import java.nio.ByteBuffer;

/** A table of JPEG's variable-length codes (T.81, annex C and F.2.2.3). */
final class HuffmanTable {
    private static final int LONGEST = 16;

    private final int[] ends = new int[LONGEST]; // by length: the first 16 bits that are no code of it or shorter
    private final int[] offsets = new int[LONGEST]; // by length: from a code to the place of its symbol
    private final byte[] symbols;

    /** Reads a table from a DHT segment, behind its class and number. */
    HuffmanTable(ByteBuffer segment) throws CodecException {
        CodecException.require(segment.remaining() >= LONGEST, "a Huffman table must have 16 counts: damaged");
        int[] counts = new int[LONGEST];
        int total = 0;
        for (int i = 0; i < LONGEST; i++) {
            counts[i] = segment.get() & 0xFF;
            total += counts[i];
        }
        CodecException.require(
                total <= 256 && total <= segment.remaining(),
                "a Huffman table must have at most 256 symbols within its segment, had " + total);
        symbols = new byte[total];
        segment.get(symbols);
        int code = 0;
        int place = 0;
        for (int i = 0; i < LONGEST; i++) {
            offsets[i] = place - code;
            code += counts[i];
            place += counts[i];
            CodecException.require(code <= 2 << i, "a Huffman table must have distinct codes, had not: damaged");
            ends[i] = code << (LONGEST - 1 - i);
            code <<= 1;
        }
    }

    /** Reads one code's symbol. */
    int symbol(CodedBits bits) throws CodecException {
        int ahead = bits.ahead();
        for (int i = 0; i < LONGEST; i++) {
            if (ahead < ends[i]) {
                return symbols[bits.bits(i + 1) + offsets[i]] & 0xFF;
            }
        }
        throw new CodecException("a Huffman code must be in its table, was not: damaged");
    }
}
