package aerate.film.phantom;

import java.util.SplittableRandom;

/**
 * What lies below the diaphragm: liver, and gas in stomach and bowel.
 *
 * @param density of the liver
 * @param gasX middle of the stomach's gas
 * @param gasY middle of the stomach's gas
 * @param gasWidth half-axis
 * @param gasHeight half-axis
 * @param gas depth of the gas; 0 for an empty stomach
 * @param bowel outline of stomach and bowel
 */
record Abdomen(
        double density, double gasX, double gasY, double gasWidth, double gasHeight, double gas, FractalNoise bowel) {

    static Abdomen draw(SplittableRandom patient) {
        return new Abdomen(
                patient.nextDouble(0.05, 0.3),
                patient.nextDouble(0.25, 0.5),
                patient.nextDouble(0.6, 0.85),
                patient.nextDouble(0.12, 0.3),
                patient.nextDouble(0.08, 0.17),
                Math.max(0, patient.nextDouble(-0.15, 0.4)),
                new FractalNoise(patient.nextLong(), 4, 2));
    }

    /** Attenuation that the abdomen adds, or takes off where there is gas, at a depth below the diaphragm. */
    double at(double x, double y, double below) {
        if (below <= -0.02) {
            return 0;
        }
        double uneven = bowel.at(x, y);
        double bubble = Shade.ramp(0, 0.35, Shade.ellipse(x - gasX, y - gasY, gasWidth, gasHeight) + 0.5 * uneven);
        double loops = Shade.ramp(0.25, 0.5, uneven) * Shade.ramp(0.2, 0.45, below) * 0.4;
        double tissue = density * Shade.inside(below, 0.02) * (0.45 + 0.55 * Shade.ramp(0, 0.35, below) + 0.5 * uneven);
        return tissue - gas * Math.max(bubble, loops) * Shade.ramp(0.02, 0.06, below);
    }
}
