package aerate.film.phantom;

import java.util.SplittableRandom;

/**
 * How attenuation becomes brightness on one film: window, gradation, shutters, noise.
 *
 * @param black attenuation shown as the darkest grey
 * @param white attenuation shown as the lightest grey
 * @param gamma exponent of the gradation
 * @param fog brightness of the darkest grey
 * @param ceiling brightness of the lightest grey
 * @param slant change of attenuation from one side of the film to the other
 * @param shutters how far each shutter (left, top, right, bottom) reaches into the film
 * @param noise standard deviation of the quantum noise on a film of 224 pixels
 */
record Exposure(
        double black,
        double white,
        double gamma,
        double fog,
        double ceiling,
        double slant,
        Shutters shutters,
        double noise) {
    Exposure {
        if (!(white > black)) {
            throw new IllegalArgumentException(
                    "an exposure's white must exceed its black, were " + white + " and " + black);
        }
    }

    /** Lead plates that keep the beam from the film's margins; each reach in film units. */
    record Shutters(double left, double top, double right, double bottom) {
        static Shutters draw(SplittableRandom patient, SplittableRandom film) {
            boolean closed = patient.nextDouble() < 0.45;
            return new Shutters(reach(closed, film), reach(closed, film), reach(closed, film), reach(closed, film));
        }

        private static double reach(boolean closed, SplittableRandom film) {
            double reach = film.nextDouble(-0.06, 0.13);
            return closed ? Math.max(-0.05, reach) : -0.05;
        }

        double open(double x, double y) {
            double distance = Math.min(Math.min(x + 1 - left, 1 - x - right), Math.min(y + 1 - top, 1 - y - bottom));
            return Shade.inside(distance, 0.012);
        }
    }

    static Exposure draw(SplittableRandom patient, SplittableRandom film) {
        double width = patient.nextDouble(1.12, 1.6) * film.nextDouble(0.93, 1.07);
        double black = patient.nextDouble(0.0, 0.22) + film.nextDouble(-0.03, 0.03);
        return new Exposure(
                black,
                black + width,
                patient.nextDouble(0.75, 1.5) * film.nextDouble(0.93, 1.07),
                patient.nextDouble(0, 0.1),
                patient.nextDouble(0.82, 1),
                film.nextDouble(-0.08, 0.08),
                Shutters.draw(patient, film),
                patient.nextDouble(0.004, 0.014));
    }

    /** The gradation of this film, tabulated: a power of every sample would cost more than all the anatomy. */
    Gradation gradation() {
        return new Gradation(this);
    }

    /** Brightness by attenuation. */
    static final class Gradation {
        private static final int STEPS = 512;

        private final float[] table = new float[STEPS + 2];
        private final double black;
        private final double scale;

        private Gradation(Exposure exposure) {
            black = exposure.black;
            scale = STEPS / (exposure.white - exposure.black);
            for (int i = 0; i < table.length; i++) {
                double share = StrictMath.pow(Math.min(1, (double) i / STEPS), exposure.gamma);
                double shoulder = share * (1.35 - 0.35 * share); // film saturates gently at the light end
                table[i] = (float) (exposure.fog + (exposure.ceiling - exposure.fog) * Math.min(1, shoulder));
            }
        }

        double brightness(double attenuation) {
            double position = Shade.clamp((attenuation - black) * scale, 0, STEPS);
            int below = (int) position;
            return table[below] + (position - below) * (table[below + 1] - table[below]);
        }
    }
}
