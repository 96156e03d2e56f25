package aerate.film;

import static aerate.film.UnreadableFilmException.require;

import java.util.List;

/**
 * Images and labels of one part of a MedMNIST archive.
 *
 * @param images {@code N x H x W}, {@code N x H x W x 1} or {@code N x H x W x 3}; integers of full range, or numbers in
 *     [0, 1]
 * @param labels {@code N} or {@code N x 1}: 0 normal, 1 pneumonia
 */
record NpzPart(Npy images, Npy labels) {
    /** Depth given to films that are stored as floating numbers. */
    private static final int FLOAT_BITS = 16;

    private static final double[] LUMA = {0.299, 0.587, 0.114};

    static NpzPart of(Npy images, Npy labels, String source) throws UnreadableFilmException {
        List<Integer> shape = images.shape();
        boolean grey = shape.size() == 3 || (shape.size() == 4 && shape.get(3) == 1);
        boolean colour = shape.size() == 4 && shape.get(3) == 3;
        require(
                grey || colour,
                source,
                "images must be N x H x W, N x H x W x 1 (grey) or N x H x W x 3 (RGB), were " + shape);
        require(
                images.element() != NpyElement.I4 && images.element() != NpyElement.I8,
                source,
                "images must be u1, u2, f4 or f8, were " + images.element().descriptor());
        FilmReader.requireSize(shape.get(2), shape.get(1), source);
        boolean column = labels.shape().size() == 2 && labels.shape().get(1) == 1;
        require(
                (labels.shape().size() == 1 || column) && labels.size() == shape.get(0),
                source,
                "labels must be " + shape.get(0) + " or " + shape.get(0) + " x 1, were " + labels.shape());
        for (int i = 0; i < labels.size(); i++) {
            double label = labels.at(i);
            if (label != 0 && label != 1) {
                throw new UnreadableFilmException(
                        source, "a label must be 0 (normal) or 1 (pneumonia), was " + label + " at index " + i);
            }
        }
        return new NpzPart(images, labels);
    }

    int size() {
        return labels.size();
    }

    Label label(int index) {
        return labels.at(index) == 0 ? Label.NORMAL : Label.PNEUMONIA;
    }

    Film film(int index, FilmInfo info) throws UnreadableFilmException {
        int height = images.shape().get(1);
        int width = images.shape().get(2);
        int channels = images.shape().size() == 3 ? 1 : images.shape().get(3);
        int from = index * height * width * channels;
        return switch (images.element()) {
            case U1 -> Film.of(width, height, 8, samples(from, width * height, channels), info);
            case U2 -> Film.of(width, height, 16, samples(from, width * height, channels), info);
            default ->
                Film.ofValues(width, height, FLOAT_BITS, values(from, width * height, channels, info.source()), info);
        };
    }

    private short[] samples(int from, int pixels, int channels) {
        short[] samples = new short[pixels];
        for (int i = 0; i < pixels; i++) {
            int at = from + i * channels;
            int grey = channels == 1
                    ? (int) images.at(at)
                    : GreyImage.luma((int) images.at(at), (int) images.at(at + 1), (int) images.at(at + 2));
            samples[i] = (short) grey;
        }
        return samples;
    }

    private float[] values(int from, int pixels, int channels, String source) throws UnreadableFilmException {
        float[] values = new float[pixels];
        for (int i = 0; i < pixels * channels; i++) {
            double value = images.at(from + i);
            boolean inRange = value >= 0 && value <= 1; // false for NaN
            if (!inRange) {
                throw new UnreadableFilmException(
                        source, "a value must be a number in [0, 1], was " + value + " at index " + i);
            }
            values[i / channels] += (float) (channels == 1 ? value : value * LUMA[i % channels]);
        }
        return values;
    }
}
