package aerate.film.codec;

import java.awt.image.Raster;

/** The samples of a raster that an ImageIO codec gave. */
final class Samples {
    private Samples() {}

    /**
     * The samples, channels of a pixel side by side.
     *
     * @throws CodecException if the raster is not of the format that the stream's header told
     */
    static short[] of(Raster raster, Format format) throws CodecException {
        int bits = raster.getSampleModel().getSampleSize(0);
        CodecException.require(
                raster.getWidth() == format.width()
                        && raster.getHeight() == format.height()
                        && raster.getNumBands() == format.channels()
                        && bits >= format.bits(),
                "compressed pixels must be " + format + ", were " + raster.getWidth() + " x " + raster.getHeight()
                        + " of " + raster.getNumBands() + " channels and " + bits + " bits");
        short[] samples = new short[(int) format.samples()];
        int stride = format.width() * format.channels();
        int[] row = new int[stride];
        for (int y = 0; y < format.height(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, format.width(), 1, row);
            for (int i = 0; i < stride; i++) {
                samples[y * stride + i] = (short) row[i];
            }
        }
        return samples;
    }
}
