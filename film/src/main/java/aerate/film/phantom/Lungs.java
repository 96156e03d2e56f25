package aerate.film.phantom;

import java.util.SplittableRandom;

/**
 * The air of both lungs, bounded by the rib cage, the domes of the diaphragm and the heart.
 *
 * @param cage what holds them
 * @param base height at which the lungs' lowest corners end, at rest
 * @param rightDome how far the dome on the picture's left rises above that
 * @param leftDome the other dome
 * @param summit distance of the domes' summits from the spine
 * @param rightAir depth of the air on the picture's left
 * @param leftAir depth of the air on the other side
 * @param grain fine structure of healthy lung
 */
record Lungs(
        RibCage cage,
        double base,
        double rightDome,
        double leftDome,
        double summit,
        double rightAir,
        double leftAir,
        FractalNoise grain) {

    static Lungs draw(RibCage cage, SplittableRandom patient) {
        double air = patient.nextDouble(0.44, 0.7);
        double dome = patient.nextDouble(0.16, 0.3);
        return new Lungs(
                cage,
                patient.nextDouble(0.52, 0.66),
                dome,
                dome - patient.nextDouble(0, 0.08),
                patient.nextDouble(0.28, 0.36),
                air * patient.nextDouble(0.92, 1.05),
                air * patient.nextDouble(0.92, 1.05),
                new FractalNoise(patient.nextLong(), 9, 3));
    }

    /** Height of the diaphragm; {@code x} counts from the spine. */
    double diaphragm(double x, double breath) {
        double off = (Math.abs(x) - summit) / 0.4;
        return base + breath - (x < 0 ? rightDome : leftDome) * (1 - off * off);
    }

    /** Whether a point lies in a lung, softly: 0 to 1; {@code x} counts from the spine. */
    double share(double x, double y, double breath) {
        double inside = cage.depthInside(x, y);
        double above = diaphragm(x, breath) - y;
        if (inside <= 0 || above <= -0.015) {
            return 0;
        }
        return Shade.ramp(0, 0.13, inside) * Shade.inside(above, 0.015) * Shade.ramp(0.02, 0.13, Math.abs(x));
    }

    /** Depth of the air at a point where {@link #share} of it is lung: what healthy lung takes off the attenuation. */
    double air(double x, double y, double share) {
        if (share == 0) {
            return 0;
        }
        double inside = cage.depthInside(x, y);
        double depth = 0.62 + 0.38 * Math.min(1, 1.6 * inside);
        return (x < 0 ? rightAir : leftAir) * depth * share * (1 + 0.12 * grain.at(x, y));
    }
}
