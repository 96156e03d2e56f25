package aerate.film.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Grows the lungs' vessels: from either hilum outward, halving and thinning. */
final class Vessels {
    private static final int GENERATIONS = 4;

    private final SplittableRandom random;
    private final List<Stroke> strokes = new ArrayList<>();

    private Vessels(SplittableRandom random) {
        this.random = random;
    }

    static List<Stroke> draw(SplittableRandom patient) {
        Vessels vessels = new Vessels(patient);
        double opacity = patient.nextDouble(0.07, 0.14);
        for (int side = -1; side <= 1; side += 2) {
            double hilumX = side * patient.nextDouble(0.16, 0.22);
            double hilumY = patient.nextDouble(-0.1, 0.02);
            for (int branch = 0; branch < 6; branch++) {
                double angle = -1.15 + 0.5 * branch + patient.nextDouble(-0.2, 0.2);
                vessels.grow(hilumX, hilumY, side, angle, patient.nextDouble(0.018, 0.028), opacity, GENERATIONS);
            }
        }
        return List.copyOf(vessels.strokes);
    }

    private void grow(double x, double y, int side, double angle, double radius, double opacity, int generations) {
        double length = random.nextDouble(0.07, 0.16);
        double endX = x + side * length * StrictMath.cos(angle);
        double endY = y + length * StrictMath.sin(angle);
        strokes.add(new Stroke(x, y, endX, endY, radius, 0.75 * radius, opacity, Stroke.Profile.ROUND));
        if (generations > 1) {
            double spread = random.nextDouble(0.25, 0.5);
            grow(endX, endY, side, angle - spread, 0.68 * radius, 0.85 * opacity, generations - 1);
            grow(endX, endY, side, angle + spread, 0.68 * radius, 0.85 * opacity, generations - 1);
        }
    }
}
