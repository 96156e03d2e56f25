package aerate.film.codec;

/**
 * What a compressed image's header says of its samples.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param channels of a pixel: 1 or 3
 * @param bits of a sample, 1 to 16
 */
public record Format(int width, int height, int channels, int bits) {
    /**
     * A format that is read.
     *
     * @throws CodecException naming what is not
     */
    static Format of(int width, int height, int channels, int bits) throws CodecException {
        CodecException.require(
                width >= 1 && height >= 1, "compressed pixels must be at least 1 x 1, were " + width + " x " + height);
        CodecException.require(
                channels == 1 || channels == 3, "compressed pixels must have 1 or 3 channels, had " + channels);
        CodecException.require(bits >= 1 && bits <= 16, "compressed samples must have 1 to 16 bits, had " + bits);
        return new Format(width, height, channels, bits);
    }

    /** Samples of the image. */
    long samples() {
        return (long) width * height * channels;
    }
}
