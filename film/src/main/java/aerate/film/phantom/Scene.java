package aerate.film.phantom;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Everything that defines one film: the patient, the disease, and this day's positioning, exposure and markings.
 *
 * @param severity factor on the lesion's density on this day
 * @param noise seed of the quantum noise
 */
record Scene(
        Anatomy anatomy,
        Optional<Lesion> lesion,
        double severity,
        Positioning positioning,
        Exposure exposure,
        Markings markings,
        long noise) {

    private static final long FILM_SALT = 0x5851F42D4C957F2DL;

    /**
     * The scene of one film.
     *
     * @param seed of the collection
     * @param patient number of the patient: films of one number share anatomy, disease and habits of exposure
     * @param film number of the film among the patient's
     */
    static Scene draw(long seed, int patient, int film, boolean sick) {
        long patientSeed = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * patient).nextLong();
        SplittableRandom body = new SplittableRandom(patientSeed);
        SplittableRandom disease = body.split();
        Anatomy anatomy = Anatomy.draw(body);
        SplittableRandom today = new SplittableRandom(patientSeed + FILM_SALT * (film + 1L));
        // Streams of their own per aspect: one more draw in one of them leaves the others as they were.
        return new Scene(
                anatomy,
                sick ? Optional.of(Lesion.draw(anatomy, disease)) : Optional.empty(),
                today.nextDouble(0.88, 1.08),
                Positioning.draw(new SplittableRandom(patientSeed ^ 1), today.split()),
                Exposure.draw(new SplittableRandom(patientSeed ^ 2), today.split()),
                Markings.draw(new SplittableRandom(patientSeed ^ 3), today.split()),
                today.nextLong());
    }
}
