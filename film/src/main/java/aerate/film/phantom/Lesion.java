package aerate.film.phantom;

import java.util.SplittableRandom;

/** What pneumonia does to a patient's lungs, in the coordinates of {@link Anatomy}, {@code x} counted from the spine. */
sealed interface Lesion permits Consolidation, Interstitial {
    /** How far the disease has reached a point: 0 outside, 1 well inside. */
    double extent(double x, double y);

    /**
     * The share of a point's air that is lost, in [0, 1].
     *
     * @param extent at that point, from {@link #extent}
     */
    double loss(double x, double y, double extent);

    /** What collections call the disease: {@code bacteria} or {@code virus}. */
    String subtype();

    /**
     * A lesion of the given patient's lungs. Much of one may fall on heart or chest wall, where it shows nothing, so it
     * is drawn until 5.5 to 13 % of the film show it.
     */
    static Lesion draw(Anatomy anatomy, SplittableRandom patient) {
        double kind = patient.nextDouble();
        Lesion lesion;
        double share;
        do {
            lesion = kind < 0.35
                    ? Consolidation.lobar(patient)
                    : kind < 0.65 ? Consolidation.patchy(patient) : Interstitial.draw(patient);
            share = share(lesion, anatomy);
        } while (share < 0.055 || share > 0.13);
        return lesion;
    }

    /** Share of the area of a film at scale 1 in which the lesion meets air. */
    private static double share(Lesion lesion, Anatomy anatomy) {
        int steps = 32;
        int covered = 0;
        for (int row = 0; row < steps; row++) {
            double y = StrokeLayer.coordinate(row, steps);
            for (int column = 0; column < steps; column++) {
                double x = StrokeLayer.coordinate(column, steps);
                if (lesion.extent(x, y) > 0) {
                    double open = anatomy.lungs().share(x, y, 0)
                            * (1 - anatomy.mediastinum().cover(x, y));
                    covered += open > 0.5 ? 1 : 0;
                }
            }
        }
        return (double) covered / (steps * steps);
    }
}
