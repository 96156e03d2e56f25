package aerate.film;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a file or of a film's pixels, in hexadecimal. */
final class ContentHash {
    private ContentHash() {}

    static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must have SHA-256", e);
        }
    }

    /** Of width, height, depth and samples. */
    static String of(Film film) {
        ByteBuffer content = ByteBuffer.allocate(3 * Integer.BYTES + Short.BYTES * film.width() * film.height());
        content.putInt(film.width()).putInt(film.height()).putInt(film.bits());
        for (int y = 0; y < film.height(); y++) {
            for (int x = 0; x < film.width(); x++) {
                content.putShort((short) film.at(x, y));
            }
        }
        return of(content.array());
    }
}
