package aerate.film.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Bacterial pneumonia: lobar or patchy clouds in which the air has given way to fluid.
 *
 * @param patches the clouds
 * @param edge irregularity of their outline
 * @param texture unevenness within
 * @param density share of the air lost in their middle
 */
record Consolidation(List<Patch> patches, FractalNoise edge, FractalNoise texture, double density) implements Lesion {
    Consolidation {
        patches = List.copyOf(patches);
    }

    /** One cloud: an ellipse by its middle and half-axes. */
    record Patch(double x, double y, double width, double height) {
        static Patch draw(double side, double reach, SplittableRandom patient) {
            return new Patch(
                    side * patient.nextDouble(0.26, 0.56),
                    patient.nextDouble(-0.4, 0.4),
                    reach * patient.nextDouble(0.8, 1.25),
                    reach * patient.nextDouble(0.8, 1.25));
        }
    }

    /** One large cloud. */
    static Consolidation lobar(SplittableRandom patient) {
        double reach = patient.nextDouble(0.34, 0.52);
        return of(List.of(Patch.draw(side(patient), reach, patient)), patient);
    }

    /** A few smaller clouds, most of them in one lung. */
    static Consolidation patchy(SplittableRandom patient) {
        double side = side(patient);
        int count = patient.nextInt(2, 4);
        List<Patch> patches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double where = patient.nextDouble() < 0.7 ? side : -side;
            patches.add(Patch.draw(where, patient.nextDouble(0.22, 0.34), patient));
        }
        return of(patches, patient);
    }

    private static double side(SplittableRandom patient) {
        return patient.nextBoolean() ? -1 : 1;
    }

    private static Consolidation of(List<Patch> patches, SplittableRandom patient) {
        return new Consolidation(
                patches,
                new FractalNoise(patient.nextLong(), 3.5, 3),
                new FractalNoise(patient.nextLong(), 7, 2),
                patient.nextDouble(0.66, 0.95));
    }

    @Override
    public String subtype() {
        return "bacteria";
    }

    @Override
    public double extent(double x, double y) {
        double nearest = -1;
        for (Patch patch : patches) {
            nearest = Math.max(nearest, Shade.ellipse(x - patch.x, y - patch.y, patch.width, patch.height));
        }
        return nearest < -0.6 ? 0 : Shade.ramp(0, 0.75, nearest + 0.6 * edge.at(x, y));
    }

    @Override
    public double loss(double x, double y, double extent) {
        return density * extent * (0.88 + 0.35 * texture.at(x, y));
    }
}
