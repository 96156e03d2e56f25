package aerate.film.phantom;

import java.util.SplittableRandom;

/**
 * The bony cage: its outline and the ribs, which run from the spine outward behind and downward again in front.
 *
 * @param halfWidth greatest half-width
 * @param apex height of its top
 * @param depth from its top to where it is widest
 * @param pitch distance between neighbouring ribs
 * @param phase height of the first rib, in pitches
 * @param slope how far a hind rib drops on its way to the side
 * @param fore how far a front rib drops from the side to its cartilage
 * @param density of the bone
 * @param wobble irregularity from rib to rib
 */
record RibCage(
        double halfWidth,
        double apex,
        double depth,
        double pitch,
        double phase,
        double slope,
        double fore,
        double density,
        FractalNoise wobble) {

    static RibCage draw(SplittableRandom patient) {
        return new RibCage(
                patient.nextDouble(0.68, 0.8),
                patient.nextDouble(-0.7, -0.6),
                patient.nextDouble(0.95, 1.1),
                patient.nextDouble(0.118, 0.145),
                patient.nextDouble(),
                patient.nextDouble(0.14, 0.34),
                patient.nextDouble(0.35, 0.6),
                patient.nextDouble(0.1, 0.2),
                new FractalNoise(patient.nextLong(), 1.7, 2));
    }

    /** 1 in the middle, 0 on the outline, negative outside; {@code x} counts from the spine. */
    double depthInside(double x, double y) {
        double across = x / halfWidth;
        double above = Math.max(0, 1 - (y - apex) / depth);
        return 1 - across * across - above * above;
    }

    /** Attenuation of the ribs; {@code x} counts from the spine. */
    double ribs(double x, double y) {
        double inside = depthInside(x, y) + 0.02;
        if (inside <= 0 || y > 1) {
            return 0;
        }
        double above = Math.max(0, 1 - (y - apex) / depth);
        double outer = halfWidth * Math.sqrt(1.02 - Math.min(0.98, above * above));
        double across = Math.min(1, Math.abs(x) / outer);
        double uneven = 0.3 * wobble.at(x, y);
        double grazing = Math.min(2.6, 1 / Math.sqrt(1.06 - across * across));

        double square = across * across;
        double drop = slope * square * across - 0.16 * across * (1 - across);
        double hind = band((y - drop) / pitch + phase + uneven, 0.22) * Shade.ramp(0.08, 0.16, Math.abs(x));
        double rise = fore * (1 - square) + 0.05;
        double front = band((y - rise) / (pitch * 1.12) + phase - uneven, 0.27) * Shade.ramp(0.42, 0.8, across);
        double hidden = Shade.ramp(1.0, 0.4, y); // the belly's scatter veils the lowest ribs
        return hidden * density * (grazing * hind + 0.36 * grazing * front);
    }

    /** The tube nearest to a height counted in pitches. */
    private static double band(double pitches, double halfThickness) {
        double offset = pitches - Math.floor(pitches) - 0.5;
        return Shade.tube(offset / halfThickness);
    }
}
