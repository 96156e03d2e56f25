package aerate.film.dicom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/** A unique identifier (PS3.5, chapter 9). */
public record Uid(String value) {
    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))+");

    public Uid {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a UID must be numbers with dots between them, of at most 64 letters, was " + value);
        }
    }

    /** One that no other object has, by 122 random bits: of the root that PS3.5, B.2 gives to UUIDs. */
    public static Uid fresh() {
        return of(UUID.randomUUID());
    }

    /**
     * The same for the same hash, such as that of a model's weights.
     *
     * @param hexadecimal at least 32 digits, an even number
     */
    public static Uid ofHash(String hexadecimal) {
        return of(HexFormat.of().parseHex(hexadecimal));
    }

    /**
     * The same for the same digest: 122 of its bits in the place of a UUID's random ones.
     *
     * @param digest at least 16 bytes
     */
    static Uid of(byte[] digest) {
        ByteBuffer bits = ByteBuffer.wrap(digest);
        long high = (bits.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L; // version 4
        long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L; // variant of RFC 4122
        return of(new UUID(high, low));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Uid of(UUID uuid) {
        return new Uid("2.25." + new BigInteger(uuid.toString().replace("-", ""), 16));
    }
}
