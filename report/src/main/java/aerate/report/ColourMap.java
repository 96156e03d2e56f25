package aerate.report;

/**
 * Colours for numbers, built in OKLab so that equal steps of the number look like equal steps of lightness (Ottosson,
 * "A perceptual color space for image processing", 2020). Lightness alone carries the number: the maps survive grey
 * printing and colour-blind eyes.
 */
public final class ColourMap {
    private static final int STEPS = 1024;

    /** For {@code [0, 1]}: dark violet, magenta, orange, light yellow. */
    public static final ColourMap HEAT = new ColourMap(
            0, 0.22, 0.92, new double[][] {{0, 0.05, -0.09}, {0.35, 0.18, -0.02}, {0.65, 0.14, 0.12}, {1, -0.02, 0.13}
            });

    /** For {@code [-1, 1]}: light blue, near black at 0, light orange. */
    public static final ColourMap DIFFERENCE = new ColourMap(-1, 0.25, 0.88, new double[][] {
        {-1, -0.05, -0.11}, {-0.1, -0.02, -0.06}, {0, 0, 0}, {0.1, 0.03, 0.03}, {1, 0.07, 0.13}
    });

    private final int least;
    private final int[] colours = new int[STEPS + 1];

    /**
     * @param least number of the map; the greatest is 1
     * @param dark lightness of 0
     * @param bright lightness of 1 and of -1
     * @param stops rising: number, OKLab a, OKLab b
     */
    private ColourMap(int least, double dark, double bright, double[][] stops) {
        this.least = least;
        for (int i = 0; i <= STEPS; i++) {
            double value = least + (1.0 - least) * i / STEPS;
            double[] ab = between(stops, value);
            colours[i] = Oklab.rgb(dark + (bright - dark) * Math.abs(value), ab[0], ab[1]);
        }
    }

    /**
     * The colour of a number.
     *
     * @param value clamped to the map's range
     * @return {@code 0xRRGGBB}
     */
    public int rgb(float value) {
        float share = (value - least) / (1 - least);
        return colours[Math.round(Math.max(0, Math.min(1, share)) * STEPS)];
    }

    private static double[] between(double[][] stops, double value) {
        int next = 1;
        while (next < stops.length - 1 && stops[next][0] < value) {
            next++;
        }
        double[] from = stops[next - 1];
        double[] to = stops[next];
        double share = (value - from[0]) / (to[0] - from[0]);
        return new double[] {from[1] + share * (to[1] - from[1]), from[2] + share * (to[2] - from[2])};
    }
}
