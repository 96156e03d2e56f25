package aerate.reading.followup;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How one film's brightness becomes another's: gain and offset that make the quartiles meet, over the places that count. Least
 * squares would not do: where films do not match to the pixel it takes contrast away; nor would means, as a device or an
 * opacity pulls at them.
 *
 * @param gain above 0
 */
record Exposure(double gain, double offset) {
    private static final double LEAST_GAIN = 0.25; // beyond that the films are not of one kind, and it is clamped

    /**
     * From one film to the other.
     *
     * @param from NaN where it is not known, as {@code to}: there nothing counts
     * @param counts which places count, where both are known
     */
    static Exposure between(float[] from, float[] to, boolean[] counts) {
        int[] places = IntStream.range(0, from.length)
                .filter(i -> counts[i] && !Float.isNaN(from[i] + to[i]))
                .toArray();
        if (places.length == 0) {
            return new Exposure(1, 0);
        }
        double[] one = sorted(from, places);
        double[] two = sorted(to, places);
        double spread = quantile(one, 0.75) - quantile(one, 0.25);
        double gain = spread > 0 ? (quantile(two, 0.75) - quantile(two, 0.25)) / spread : 1;
        double kept = Math.max(LEAST_GAIN, Math.min(1 / LEAST_GAIN, gain));
        return new Exposure(kept, quantile(two, 0.5) - kept * quantile(one, 0.5));
    }

    private static double[] sorted(float[] film, int... places) {
        double[] values = Arrays.stream(places).mapToDouble(i -> film[i]).toArray();
        Arrays.sort(values);
        return values;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    float[] of(float[] film) {
        float[] exposed = new float[film.length];
        for (int i = 0; i < film.length; i++) {
            exposed[i] = (float) (gain * film[i] + offset);
        }
        return exposed;
    }
}
