package aerate.film;

import java.util.Arrays;

/** How alike two films of one size are, by their brightness in [0, 1]. */
public final class Similarity {
    /** Side of the window of {@link #ssim} in pixels: the least width and height of films that it compares. */
    public static final int SSIM_WINDOW = 11;

    private Similarity() {}

    /** Mean absolute difference of brightness, in [0, 1]; 0 for equal films. */
    public static double meanAbsoluteError(Film one, Film other) {
        return meanAbsoluteError(one, other, everywhere(one));
    }

    /**
     * Mean absolute difference of brightness over a part of the films.
     *
     * @param where true for each pixel that counts, row by row
     * @throws IllegalArgumentException if sizes disagree or no pixel counts
     */
    public static double meanAbsoluteError(Film one, Film other, boolean[] where) {
        requireSameSize(one, other);
        requireMaskOf(one, where);
        float[] first = one.values();
        float[] second = other.values();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < where.length; i++) {
            if (where[i]) {
                sum += Math.abs((double) first[i] - second[i]);
                count++;
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("a mask must select at least 1 pixel, selected 0");
        }
        return sum / count;
    }

    /** Peak signal-to-noise ratio in dB: −10 log10 of the mean squared difference; infinite for equal films. */
    public static double psnr(Film one, Film other) {
        requireSameSize(one, other);
        float[] first = one.values();
        float[] second = other.values();
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            double difference = (double) first[i] - second[i];
            sum += difference * difference;
        }
        return -10 * Math.log10(sum / first.length);
    }

    /**
     * Mean structural similarity (Wang et al. 2004), in [-1, 1]; 1 for equal films.
     *
     * <p>Gaussian window of 11 x 11 pixels, σ = 1.5, K₁ = 0.01, K₂ = 0.03, over the positions where the window lies
     * within the film.
     *
     * @throws IllegalArgumentException if sizes disagree or a film is smaller than the window
     */
    public static double ssim(Film one, Film other) {
        return ssim(one, other, everywhere(one));
    }

    /**
     * The same over a part of the films: the windows whose middle is in it.
     *
     * @param where true for each pixel that counts, row by row
     * @return NaN if there is no such window
     * @throws IllegalArgumentException as {@link #ssim(Film, Film)}, and if the mask is not of the films' size
     */
    public static double ssim(Film one, Film other, boolean[] where) {
        requireSameSize(one, other);
        requireMaskOf(one, where);
        return StructuralSimilarity.mean(one.values(), other.values(), one.width(), one.height(), where);
    }

    private static boolean[] everywhere(Film film) {
        boolean[] everywhere = new boolean[film.width() * film.height()];
        Arrays.fill(everywhere, true);
        return everywhere;
    }

    private static void requireMaskOf(Film film, boolean[] where) {
        if (where.length != film.width() * film.height()) {
            throw new IllegalArgumentException(
                    "a mask must have its film's " + film.width() * film.height() + " pixels, had " + where.length);
        }
    }

    private static void requireSameSize(Film one, Film other) {
        if (one.width() != other.width() || one.height() != other.height()) {
            throw new IllegalArgumentException("films to compare must be of one size, were " + one.width() + " x "
                    + one.height() + " and " + other.width() + " x " + other.height());
        }
    }
}
