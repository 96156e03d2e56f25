package aerate.film.phantom;

import java.util.List;
import java.util.SplittableRandom;

/**
 * One patient's body, the same on all of the patient's films; in the body coordinates of {@link Positioning}.
 *
 * @param bones of the shoulder girdle
 * @param vessels of the lungs
 */
record Anatomy(
        Body body,
        Spine spine,
        RibCage cage,
        Lungs lungs,
        Mediastinum mediastinum,
        Abdomen abdomen,
        List<Stroke> bones,
        List<Stroke> vessels) {

    Anatomy {
        bones = List.copyOf(bones);
        vessels = List.copyOf(vessels);
    }

    static Anatomy draw(SplittableRandom patient) {
        RibCage cage = RibCage.draw(patient);
        Body body = Body.draw(cage, patient);
        Spine spine = Spine.draw(patient);
        return new Anatomy(
                body,
                spine,
                cage,
                Lungs.draw(cage, patient),
                Mediastinum.draw(patient),
                Abdomen.draw(patient),
                Skeleton.draw(body, patient),
                Vessels.draw(patient));
    }

    /**
     * Attenuation of tissue and bone as if the lungs held no air.
     *
     * @param x counted from the spine
     * @param cover of the mediastinum at that point
     */
    double solid(double x, double y, double cover, double breath) {
        double thickness = body.thickness(x + spine.middle(y), y);
        if (thickness == 0) {
            return 0;
        }
        double below = y - lungs.diaphragm(x, breath);
        double tissue = thickness * (0.92 + 0.2 * Shade.ramp(0.55, 0, Math.abs(x)) + abdomen.at(x, y, below));
        double ribs = (1 - 0.4 * cover) * cage.ribs(x, y); // scattered rays veil them where the body is dense
        return tissue + ribs + spine.bone(x, y) - windpipe(x, y);
    }

    private static double windpipe(double x, double y) {
        return y > -0.2 ? 0 : 0.16 * Shade.round((x - 0.012) / 0.042) * Shade.ramp(-0.2, -0.3, y);
    }
}
