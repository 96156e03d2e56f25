package aerate.film.phantom;

import java.util.SplittableRandom;

/**
 * Soft tissue seen from the front: trunk, neck, chin and arms.
 *
 * @param halfWidth of the trunk below the arms
 * @param taper how much narrower the trunk is at its lower end
 * @param shoulder height at which the trunk begins to round off
 * @param neck half-width of the neck
 * @param chin height of the lower border of the jaw
 * @param rightArm how far outward per unit upward (negative: downward) the arm of the picture's left side runs
 * @param leftArm the same of the other side
 * @param muscle unevenness of fat and muscle
 */
record Body(
        double halfWidth,
        double taper,
        double shoulder,
        double neck,
        double chin,
        double rightArm,
        double leftArm,
        FractalNoise muscle) {

    static Body draw(RibCage cage, SplittableRandom patient) {
        double arms = patient.nextDouble(-0.9, 0.9);
        return new Body(
                cage.halfWidth() + patient.nextDouble(0.06, 0.2),
                patient.nextDouble(-0.03, 0.08),
                patient.nextDouble(-0.62, -0.52),
                patient.nextDouble(0.3, 0.38),
                patient.nextDouble(-1.15, -0.86),
                arms + patient.nextDouble(-0.15, 0.15),
                arms + patient.nextDouble(-0.15, 0.15),
                new FractalNoise(patient.nextLong(), 2.2, 3));
    }

    /** Thickness at a point: about 1 in the trunk's middle, 0 beside the body. */
    double thickness(double x, double y) {
        double side = Math.abs(x);
        double fourth = fourthPower(trunk(side, y));
        if (y < 0) {
            double throat = neck + 0.2 * Shade.ramp(-0.95, -0.6, y);
            fourth += fourthPower(0.75 * Shade.round(side / throat) * Shade.ramp(-0.35, -0.7, y));
            double jaw = Shade.ellipse(x, y - chin + 0.5, 0.42, 0.5);
            fourth += jaw > 0 ? fourthPower(0.95 * Math.min(1, 2.2 * Math.sqrt(jaw))) : 0;
        }
        if (side > 0.4) {
            fourth += fourthPower(0.62 * arm(side, y, x < 0 ? rightArm : leftArm));
        }
        return fourth == 0 ? 0 : Math.sqrt(Math.sqrt(fourth)) * (1 + 0.1 * muscle.at(x, y));
    }

    private double trunk(double side, double y) {
        double across = side / (halfWidth - taper * Shade.ramp(-0.2, 0.9, y));
        double above = Math.max(0, shoulder - y) / 0.3;
        double q = 1 - across * across - above * above;
        return q > 0 ? Math.min(1, 1.35 * Math.sqrt(q)) : 0;
    }

    /** An arm from the shoulder joint outward, widest at the shoulder. */
    private double arm(double side, double y, double rise) {
        double dx = side - 0.55;
        double dy = y - shoulder - 0.03;
        double norm = Math.sqrt(1 + rise * rise);
        double along = Math.max(0, (dx - rise * dy) / norm);
        double offX = dx - along / norm;
        double offY = dy + along * rise / norm;
        double radius = 0.24 - 0.06 * Math.min(1, along);
        double q = 1 - (offX * offX + offY * offY) / (radius * radius);
        return q > 0 ? Math.sqrt(q) : 0;
    }

    private static double fourthPower(double value) {
        double square = value * value;
        return square * square;
    }
}
