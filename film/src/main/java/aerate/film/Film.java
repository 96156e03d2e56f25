package aerate.film;

import java.util.Objects;

/**
 * An immutable grey radiograph: samples, the bits they are stored in, and what is known of its making.
 *
 * <p>A sample is an unsigned integer in {@code [0, maximum()]}, row by row from the top left; 0 is black. The full depth
 * of the file is kept (1 to 16 bits), so that a course can leave a patient's own pixels untouched to the last bit.
 */
public final class Film {
    private final int width;
    private final int height;
    private final int bits;
    private final short[] samples;
    private final FilmInfo info;

    private Film(int width, int height, int bits, short[] samples, FilmInfo info) {
        require(width >= 1 && height >= 1, "a film must be at least 1 x 1 pixels, was " + width + " x " + height);
        require(bits >= 1 && bits <= 16, "a film's bits must be in [1, 16], was " + bits);
        require(
                samples.length == (long) width * height,
                "a film of " + width + " x " + height + " must have " + (long) width * height + " samples, had "
                        + samples.length);
        this.width = width;
        this.height = height;
        this.bits = bits;
        this.samples = samples;
        this.info = Objects.requireNonNull(info);
        int greatest = 0;
        for (short sample : samples) {
            greatest = Math.max(greatest, sample & 0xFFFF);
        }
        require(
                greatest <= maximum(),
                "a sample of " + bits + " bits must be at most " + maximum() + ", was " + greatest);
    }

    /**
     * A film of the given samples.
     *
     * @param samples unsigned, row by row; copied
     * @throws IllegalArgumentException if sizes disagree or a sample exceeds {@code 2^bits - 1}
     */
    public static Film of(int width, int height, int bits, short[] samples, FilmInfo info) {
        return new Film(width, height, bits, samples.clone(), info);
    }

    /**
     * A film of the given brightnesses, rounded to {@code bits}.
     *
     * @param values row by row; clamped to {@code [0, 1]}
     * @throws IllegalArgumentException if sizes disagree or a value is NaN
     */
    public static Film ofValues(int width, int height, int bits, float[] values, FilmInfo info) {
        int maximum = (1 << bits) - 1;
        short[] samples = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
                throw new IllegalArgumentException("a film's values must be numbers, was NaN at index " + i);
            }
            samples[i] = (short) Math.round(Math.max(0, Math.min(1, values[i])) * maximum);
        }
        return new Film(width, height, bits, samples, info);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Bits of a sample, 1 to 16. */
    public int bits() {
        return bits;
    }

    /** The greatest sample that {@link #bits()} can hold: white. */
    public int maximum() {
        return (1 << bits) - 1;
    }

    public FilmInfo info() {
        return info;
    }

    /** The sample at column {@code x} and row {@code y}, in {@code [0, maximum()]}. */
    public int at(int x, int y) {
        Objects.checkIndex(x, width);
        Objects.checkIndex(y, height);
        return samples[y * width + x] & 0xFFFF;
    }

    /** Brightness of every pixel, row by row, in {@code [0, 1]}. */
    public float[] values() {
        float[] values = new float[samples.length];
        float scale = 1f / maximum();
        for (int i = 0; i < values.length; i++) {
            values[i] = (samples[i] & 0xFFFF) * scale;
        }
        return values;
    }

    /** The film at 8 bits, row by row: what training keeps in memory. */
    public byte[] bytes() {
        byte[] bytes = new byte[samples.length];
        int maximum = maximum();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (((samples[i] & 0xFFFF) * 255 + maximum / 2) / maximum);
        }
        return bytes;
    }

    /**
     * This film at another size, by {@link Resampling}: area-averaged where it shrinks, bilinear where it grows; the
     * aspect ratio is not kept.
     */
    public Film resized(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        float[] resized = Resampling.resize(values(), width, height, newWidth, newHeight);
        return ofValues(newWidth, newHeight, bits, resized, info);
    }

    /** The same film with other pixels. */
    public Film withValues(float[] values) {
        return ofValues(width, height, bits, values, info);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
