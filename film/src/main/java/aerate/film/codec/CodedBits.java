package aerate.film.codec;

import java.nio.ByteBuffer;

/** Bits of coded data, the first of a byte in its uppermost place. */
final class CodedBits {
    private final ByteBuffer in;
    private final boolean seven;
    private long window; // unread bits, from the top
    private int held; // how many of them
    private boolean afterFf;

    private CodedBits(ByteBuffer in, boolean seven) {
        this.in = in;
        this.seven = seven;
    }

    /** Of JPEG, where a 00 that follows FF is no data (T.81, F.1.2.3). */
    static CodedBits ofJpeg(ByteBuffer coded) {
        ByteBuffer data = ByteBuffer.allocate(coded.remaining());
        int last = 0;
        while (coded.hasRemaining()) {
            int next = coded.get();
            if (last != -1 || next != 0) {
                data.put((byte) next);
            }
            last = next;
        }
        return new CodedBits(data.flip(), false);
    }

    /** Of JPEG-LS, where a byte that follows FF has seven bits (T.87, A.1). */
    static CodedBits ofJpegLs(ByteBuffer coded) {
        return new CodedBits(coded, true);
    }

    /** The next {@code count} bits, at most 32. */
    int bits(int count) throws CodecException {
        if (count == 0) {
            return 0;
        }
        if (held < count) {
            fill();
            if (held < count) {
                throw truncated();
            }
        }
        int bits = (int) (window >>> (64 - count));
        window <<= count;
        held -= count;
        return bits;
    }

    /** The next 16 bits, without reading them; zeros where there are none. */
    int ahead() {
        if (held < 16) {
            fill();
        }
        return (int) (window >>> 48);
    }

    boolean bit() throws CodecException {
        return bits(1) != 0;
    }

    /** The number of zeros before the next one, which is read too; {@code limit} ends the search. */
    int zeros(int limit) throws CodecException {
        int zeros = 0;
        while (true) {
            if (held < 32) {
                fill();
            }
            int leading = Math.min(Long.numberOfLeadingZeros(window), held);
            zeros += leading;
            if (zeros > limit) {
                throw new CodecException("a code must have at most " + limit + " zeros, had more: damaged");
            }
            if (leading < held) {
                window = window << leading << 1; // in two steps: a shift by 64 is none
                held -= leading + 1;
                return zeros;
            }
            if (!in.hasRemaining()) {
                throw truncated();
            }
            window = 0;
            held = 0;
        }
    }

    /** Whole bytes that were not asked for. */
    int left() {
        return in.remaining() + held / 8;
    }

    private void fill() {
        while (held <= 56 && in.hasRemaining()) {
            int next = in.get() & 0xFF;
            int bits = seven && afterFf ? 7 : 8;
            window |= (long) next << (64 - bits - held);
            held += bits;
            afterFf = next == 0xFF;
        }
    }

    private static CodecException truncated() {
        return new CodecException("coded data must fill the image, did not: truncated");
    }
}
