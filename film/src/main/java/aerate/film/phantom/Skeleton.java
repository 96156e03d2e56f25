package aerate.film.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws the bones of the shoulder girdle: collar bones, shoulder blades, upper arms. */
final class Skeleton {
    private Skeleton() {}

    static List<Stroke> draw(Body body, SplittableRandom patient) {
        List<Stroke> strokes = new ArrayList<>();
        double density = patient.nextDouble(0.14, 0.26);
        double height = body.shoulder() + patient.nextDouble(-0.06, 0.04);
        double bladeX = patient.nextDouble(0.6, 0.72);
        for (int side = -1; side <= 1; side += 2) {
            double rise = side < 0 ? body.rightArm() : body.leftArm();
            double tipY = height - 0.04 - 0.08 * rise + patient.nextDouble(-0.03, 0.03);
            strokes.addAll(collarBone(side, height, tipY, density));
            strokes.addAll(upperArm(side, rise, body.shoulder() + 0.02, density));
            strokes.addAll(shoulderBlade(side * (bladeX + 0.05 * rise), side, height, density));
        }
        return List.copyOf(strokes);
    }

    private static List<Stroke> collarBone(int side, double height, double tipY, double density) {
        double[] points = {
            side * 0.07, height + 0.1, side * 0.22, height + 0.0, side * 0.36, tipY + 0.1, side * 0.54, tipY
        };
        return Stroke.curve(points, 0.028, 0.02, density, Stroke.Profile.ROUND, 8);
    }

    private static List<Stroke> upperArm(int side, double rise, double height, double density) {
        double headX = side * 0.68;
        double headY = height - 0.06 * rise;
        double norm = Math.sqrt(1 + rise * rise);
        double elbowX = headX + side * 0.9 / norm;
        double elbowY = headY - 0.9 * rise / norm;
        return List.of(
                new Stroke(headX, headY, headX, headY, 0.06, 0.06, 0.8 * density, Stroke.Profile.TUBE),
                new Stroke(headX, headY, elbowX, elbowY, 0.042, 0.036, 1.1 * density, Stroke.Profile.TUBE));
    }

    private static List<Stroke> shoulderBlade(double x, int side, double height, double density) {
        double low = height + 0.46;
        return List.of(
                new Stroke(x, height + 0.08, x + side * 0.03, low, 0.13, 0.04, 0.3 * density, Stroke.Profile.FLAT),
                new Stroke(
                        x + side * 0.1,
                        height + 0.1,
                        x + side * 0.05,
                        low,
                        0.02,
                        0.016,
                        0.6 * density,
                        Stroke.Profile.ROUND));
    }
}
