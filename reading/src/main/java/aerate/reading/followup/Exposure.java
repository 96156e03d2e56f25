package aerate.reading.followup;

/**
 * How one film's brightness becomes another's: gain and offset by least squares, over the places that count.
 *
 * @param gain above 0
 */
record Exposure(double gain, double offset) {
    private static final double LEAST_GAIN = 0.25; // beyond that the films are not of one kind, and it is clamped

    /** From one film to the other; where the other is NaN nothing counts. */
    static Exposure between(float[] from, float[] to, float[] weights) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double squareX = 0;
        double product = 0;
        for (int i = 0; i < from.length; i++) {
            double w = Float.isNaN(from[i]) || Float.isNaN(to[i]) ? 0 : weights[i];
            if (w > 0) {
                n += w;
                sumX += w * from[i];
                sumY += w * to[i];
                squareX += w * from[i] * from[i];
                product += w * from[i] * to[i];
            }
        }
        double spread = squareX - sumX * sumX / n;
        double gain = n > 0 && spread > 0 ? (product - sumX * sumY / n) / spread : 1;
        double kept = Math.max(LEAST_GAIN, Math.min(1 / LEAST_GAIN, gain));
        return new Exposure(kept, n > 0 ? (sumY - kept * sumX) / n : 0);
    }

    float[] of(float[] film) {
        float[] exposed = new float[film.length];
        for (int i = 0; i < film.length; i++) {
            exposed[i] = (float) (gain * film[i] + offset);
        }
        return exposed;
    }
}
