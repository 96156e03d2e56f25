package aerate.film;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The element types of NumPy arrays that are read and written: unsigned, signed and floating, by bytes. */
public enum NpyElement {
    U1("|u1", 1, 0, 0xFF),
    U2("<u2", 2, 0, 0xFFFF),
    I4("<i4", 4, Integer.MIN_VALUE, Integer.MAX_VALUE),
    I8("<i8", 8, Long.MIN_VALUE, Long.MAX_VALUE),
    F4("<f4", 4, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    F8("<f8", 8, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final String descriptor;
    private final int size;
    private final double minimum;
    private final double maximum;

    NpyElement(String descriptor, int size, double minimum, double maximum) {
        this.descriptor = descriptor;
        this.size = size;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    static Optional<NpyElement> of(String descriptor) {
        return Arrays.stream(values())
                .filter(element -> element.descriptor.equals(descriptor))
                .findFirst();
    }

    /** NumPy's name of the type, byte order first. */
    String descriptor() {
        return descriptor;
    }

    /** Bytes of an element. */
    int size() {
        return size;
    }

    /** The element at a byte offset; exact, but for integers beyond 2^53. */
    double get(ByteBuffer data, int offset) {
        return switch (this) {
            case U1 -> data.get(offset) & 0xFF;
            case U2 -> data.getShort(offset) & 0xFFFF;
            case I4 -> data.getInt(offset);
            case I8 -> data.getLong(offset);
            case F4 -> data.getFloat(offset);
            case F8 -> data.getDouble(offset);
        };
    }

    /** Appends an element, integers rounded down. */
    void put(ByteBuffer data, double value) {
        boolean fits = this == F4 || this == F8 || (value >= minimum && value <= maximum);
        if (!fits) {
            throw new IllegalArgumentException(
                    "an element of " + descriptor + " must be in [" + minimum + ", " + maximum + "], was " + value);
        }
        switch (this) {
            case U1 -> data.put((byte) value);
            case U2 -> data.putShort((short) value);
            case I4 -> data.putInt((int) value);
            case I8 -> data.putLong((long) value);
            case F4 -> data.putFloat((float) value);
            case F8 -> data.putDouble(value);
        }
    }
}
