package aerate.film.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import jj2000.j2k.util.ISRandomAccessIO;

/**
 * A codestream as JJ2000 reads it. Byte by byte it reads packet headers, and where such a header holds FF FF, which none
 * may (T.800, B.10.1), it would read ones for ever. That, and every end before the end, is thrown unchecked: JJ2000
 * prints what is checked, or passes over it.
 */
final class PacketBytes extends ISRandomAccessIO {
    private int last; // byte of a packet header

    PacketBytes(byte[] content) {
        super(new ByteArrayInputStream(content), content.length + 1, 1, content.length + 1);
    }

    @Override
    public int read() {
        int next = next();
        if (last == 0xFF && next == 0xFF) {
            throw damaged("must not hold FF FF, did");
        }
        last = next;
        return next;
    }

    @Override
    public void readFully(byte[] bytes, int start, int count) {
        try {
            super.readFully(bytes, start, count);
        } catch (IOException e) {
            throw damaged("must end within its stream, did not");
        }
    }

    @Override
    public short readShort() {
        return (short) readUnsignedShort();
    }

    @Override
    public int readUnsignedShort() {
        last = 0;
        int upper = next();
        return (upper << 8) | next();
    }

    @Override
    public int readInt() {
        return (readUnsignedShort() << 16) | readUnsignedShort();
    }

    private int next() {
        try {
            return super.read();
        } catch (IOException e) {
            throw damaged("must end within its stream, did not");
        }
    }

    private static UncheckedIOException damaged(String what) {
        return new UncheckedIOException(new CodecException("a JPEG 2000 packet " + what + ": damaged or truncated"));
    }
}
