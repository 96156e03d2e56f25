package aerate.film.phantom;

import java.util.SplittableRandom;

/**
 * How the patient stands before the detector: a similarity between film and body, and the depth of the breath.
 *
 * <p>Film coordinates run over {@code [-1, 1]} on both axes, rightward and downward. Body coordinates have the same
 * directions, the spine near {@code x = 0} and the diaphragm near {@code y = 0.5}; the patient's left is at positive
 * {@code x}.
 *
 * @param shiftX where the body's origin lies on the film
 * @param shiftY where the body's origin lies on the film
 * @param cos scale times cosine of the tilt
 * @param sin scale times sine of the tilt
 * @param breath how much lower than at rest the diaphragm stands, in body coordinates
 */
record Positioning(double shiftX, double shiftY, double cos, double sin, double breath) {
    /** The film's own coordinates: what markings are drawn in. */
    static final Positioning FILM = new Positioning(0, 0, 1, 0, 0);

    Positioning {
        if (!(cos > 0)) {
            throw new IllegalArgumentException("a patient must stand upright (cos > 0), was " + cos);
        }
    }

    static Positioning draw(SplittableRandom patient, SplittableRandom film) {
        double scale = patient.nextDouble(0.98, 1.2) * film.nextDouble(0.97, 1.03);
        double tilt = film.nextDouble(-0.08, 0.08);
        return new Positioning(
                patient.nextDouble(-0.04, 0.04) + film.nextDouble(-0.06, 0.06),
                patient.nextDouble(-0.04, 0.14) + film.nextDouble(-0.05, 0.05),
                scale * StrictMath.cos(tilt),
                scale * StrictMath.sin(tilt),
                patient.nextDouble(-0.05, 0.05) + film.nextDouble(-0.04, 0.04));
    }

    double scale() {
        return Math.sqrt(cos * cos + sin * sin);
    }

    double bodyX(double filmX, double filmY) {
        return (cos * (filmX - shiftX) + sin * (filmY - shiftY)) / (cos * cos + sin * sin);
    }

    double bodyY(double filmX, double filmY) {
        return (cos * (filmY - shiftY) - sin * (filmX - shiftX)) / (cos * cos + sin * sin);
    }

    double filmX(double bodyX, double bodyY) {
        return shiftX + cos * bodyX - sin * bodyY;
    }

    double filmY(double bodyX, double bodyY) {
        return shiftY + sin * bodyX + cos * bodyY;
    }
}
