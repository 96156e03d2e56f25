package aerate.film.phantom;

import java.util.SplittableRandom;

/**
 * Heart, great vessels and thymus: what stands between the lungs and hides their air.
 *
 * @param heartX middle of the heart
 * @param heartY middle of the heart
 * @param heartWidth half-axis
 * @param heartHeight half-axis
 * @param tilt slope of the heart's long axis
 * @param atrium how far the right border reaches beyond the spine
 * @param upper half-width of the vessels and thymus above the heart
 * @param sail how much wider the thymus is on the picture's left
 */
record Mediastinum(
        double heartX,
        double heartY,
        double heartWidth,
        double heartHeight,
        double tilt,
        double atrium,
        double upper,
        double sail) {

    static Mediastinum draw(SplittableRandom patient) {
        return new Mediastinum(
                patient.nextDouble(0.06, 0.16),
                patient.nextDouble(0.12, 0.22),
                patient.nextDouble(0.28, 0.42),
                patient.nextDouble(0.28, 0.38),
                patient.nextDouble(0.15, 0.45),
                patient.nextDouble(0.17, 0.25),
                patient.nextDouble(0.13, 0.22),
                patient.nextDouble(-0.02, 0.06));
    }

    /** How much of the lung's depth it takes at a point, 0 to 1; {@code x} counts from the spine. */
    double cover(double x, double y) {
        double along = x - heartX;
        double across = y - heartY - tilt * along;
        double low = across > 0 ? 0.6 * across : across; // the heart rests flat on the diaphragm
        double heart = 0.15 * Shade.ellipse(along, low, heartWidth, heartHeight);
        double right = 0.09 * Shade.ellipse(x, 0.8 * (y - heartY), atrium, heartHeight);
        double width = x < 0 ? upper + sail : upper;
        double vessels = 0.07 * Shade.ellipse(x, y + 0.3, width, 0.62);
        double distance = Math.max(heart, Math.max(right, vessels));
        // Around the heart's edge lung lies before and behind it, so that its shade deepens inward.
        return Shade.inside(distance, 0.014) * (0.7 + 0.27 * Shade.ramp(0, 0.07, distance));
    }
}
