package aerate.film.phantom;

import java.util.SplittableRandom;

/**
 * The vertebral column.
 *
 * @param bend sideways curve
 * @param lean sideways slope
 * @param pitch height of a vertebra with its disc
 * @param phase height of the first vertebra, in pitches
 * @param halfWidth of a vertebra
 * @param density of the bone
 */
record Spine(double bend, double lean, double pitch, double phase, double halfWidth, double density) {
    static Spine draw(SplittableRandom patient) {
        return new Spine(
                patient.nextDouble(-0.05, 0.05),
                patient.nextDouble(-0.03, 0.03),
                patient.nextDouble(0.115, 0.14),
                patient.nextDouble(),
                patient.nextDouble(0.075, 0.095),
                patient.nextDouble(0.13, 0.24));
    }

    /** Where its middle lies at a height. */
    double middle(double y) {
        return bend * (y * y - 0.2) + lean * y;
    }

    /** Attenuation of the column; {@code x} counts from its middle. */
    double bone(double x, double y) {
        double side = Math.abs(x);
        double half = halfWidth * (1 + 0.2 * y);
        if (side > half + 0.05) {
            return 0;
        }
        double level = y / (pitch * (1 + 0.12 * y)) + phase;
        double height = 2 * Math.abs(level - Math.floor(level) - 0.5); // 0 in the middle of a vertebra, 1 in a disc
        double waist = half * (0.9 + 0.12 * height);
        double body = Shade.inside(waist - side, 0.025) * Shade.ramp(1, 0.84, height);
        double plates = Shade.ramp(0.62, 0.8, height) * Shade.ramp(0.95, 0.84, height);
        double pedicle = Shade.ellipse(side - 0.62 * half, (height - 0.15) * pitch / 2, 0.02, 0.026);
        double arch = Shade.ellipse(side, (height - 0.7) * pitch / 2, 0.016, 0.03);
        double column = Shade.inside(half - side, 0.045);
        return density
                * (0.6 * column + body * (0.35 + 0.3 * plates) + 0.25 * Math.max(0, pedicle) + 0.2 * Math.max(0, arch));
    }
}
