package aerate.film;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;

/** An immutable array of numbers in C order, and its file in NumPy's format 1.0, little-endian. */
public final class Npy {
    private final NpyElement element;
    private final List<Integer> shape;
    private final ByteBuffer data;
    private final int size;

    private Npy(NpyElement element, List<Integer> shape, ByteBuffer data) {
        this.element = element;
        this.shape = shape;
        this.data = data.order(ByteOrder.LITTLE_ENDIAN);
        this.size = data.remaining() / element.size();
    }

    /**
     * An array of the values at flat indices from 0.
     *
     * @param shape sizes of the axes, slowest first
     * @throws IllegalArgumentException if a value is beyond the element's range, or the array beyond 2 GiB
     */
    public static Npy of(NpyElement element, List<Integer> shape, IntToDoubleFunction valueAt) {
        long bytes = bytes(element, shape);
        if (bytes < 0 || bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("an array must have at most 2^31 - 1 bytes, was " + shape);
        }
        ByteBuffer data = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bytes / element.size(); i++) {
            element.put(data, valueAt.applyAsDouble(i));
        }
        return new Npy(element, List.copyOf(shape), data.flip());
    }

    /**
     * Reads an array file.
     *
     * @throws UnreadableFilmException if it is not whole, or not of a type in {@link NpyElement}
     */
    public static Npy read(Path file) throws UnreadableFilmException {
        return parse(FilmReader.bytes(file), file.toString());
    }

    /** Parses a whole array file; the content is kept, not copied. */
    static Npy parse(byte[] content, String source) throws UnreadableFilmException {
        NpyHeader header = NpyHeader.of(content, source);
        long expected = bytes(header.element(), header.shape());
        int found = content.length - header.bytes();
        if (expected != found) {
            throw new UnreadableFilmException(
                    source,
                    "an array of " + header.shape() + " " + header.element().descriptor() + " must have " + expected
                            + " bytes, had " + found);
        }
        ByteBuffer data = ByteBuffer.wrap(content, header.bytes(), found).slice();
        return new Npy(header.element(), header.shape(), data);
    }

    public NpyElement element() {
        return element;
    }

    /** Sizes of the axes, slowest first; empty for a scalar. */
    public List<Integer> shape() {
        return shape;
    }

    /** Number of elements. */
    public int size() {
        return size;
    }

    /** The element at a flat index in C order; exact, but for integers beyond 2^53. */
    public double at(int index) {
        Objects.checkIndex(index, size);
        return element.get(data, index * element.size());
    }

    /**
     * Writes the array; its file appears whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.write(file, bytes());
    }

    /** The file that {@link #write} writes. */
    byte[] bytes() {
        byte[] head = NpyHeader.format(element, shape);
        return ByteBuffer.allocate(head.length + data.remaining())
                .put(head)
                .put(data.duplicate())
                .array();
    }

    /** Bytes of an array, or -1 beyond {@code long}. */
    private static long bytes(NpyElement element, List<Integer> shape) {
        try {
            return shape.stream().mapToLong(Integer::longValue).reduce(element.size(), Math::multiplyExact);
        } catch (ArithmeticException e) {
            return -1;
        }
    }
}
