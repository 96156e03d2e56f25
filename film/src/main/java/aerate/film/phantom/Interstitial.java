package aerate.film.phantom;

import java.util.SplittableRandom;

/**
 * Viral pneumonia: haze and a net of thickened septa around the hila, usually of both lungs.
 *
 * @param right reach of the net from the hilum on the picture's left
 * @param left reach on the other side
 * @param height of the hila
 * @param edge irregularity of the outline
 * @param net whose zero crossings are the septa
 * @param haze share of the air lost between the septa
 * @param streaks further share lost on them
 */
record Interstitial(
        double right, double left, double height, FractalNoise edge, FractalNoise net, double haze, double streaks)
        implements Lesion {

    static Interstitial draw(SplittableRandom patient) {
        double reach = patient.nextDouble(0.3, 0.46);
        double weaker = reach * patient.nextDouble(0.6, 1);
        boolean rightFirst = patient.nextBoolean();
        return new Interstitial(
                rightFirst ? reach : weaker,
                rightFirst ? weaker : reach,
                patient.nextDouble(-0.12, 0.12),
                new FractalNoise(patient.nextLong(), 3, 2),
                new FractalNoise(patient.nextLong(), 9, 3),
                patient.nextDouble(0.32, 0.5),
                patient.nextDouble(0.4, 0.6));
    }

    @Override
    public String subtype() {
        return "virus";
    }

    @Override
    public double extent(double x, double y) {
        double reach = x < 0 ? right : left;
        double around = Shade.ellipse(Math.abs(x) - 0.32, y - height, reach, 1.2 * reach);
        return around < -0.6 ? 0 : Shade.ramp(0, 0.6, around + 0.6 * edge.at(x, y));
    }

    @Override
    public double loss(double x, double y, double extent) {
        double septa =
                net.lines(x, y, 0.12) + net.lines(1.7 * y + 7, 1.7 * x - 5, 0.14) * (0.5 + edge.at(4 * x, 4 * y));
        return extent * (haze * (1 + 0.5 * net.at(0.4 * x, 0.4 * y)) + streaks * Math.min(1, septa));
    }
}
