package aerate.film.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What is on a film besides the patient: burnt-in letters, and the devices that the patient wears.
 *
 * @param ink letters, in film coordinates
 * @param devices tubes, electrodes and their wires, in body coordinates
 */
record Markings(List<Stroke> ink, List<Stroke> devices) {
    Markings {
        ink = List.copyOf(ink);
        devices = List.copyOf(devices);
    }

    static Markings draw(SplittableRandom patient, SplittableRandom film) {
        List<Stroke> ink = new ArrayList<>();
        boolean left = patient.nextDouble() < 0.25;
        double x = (left ? 0.78 : -0.93) + film.nextDouble(0, 0.1);
        double y = patient.nextDouble(-0.9, 0.1) + film.nextDouble(-0.05, 0.05);
        double height = patient.nextDouble(0.07, 0.15);
        ink.addAll(Lettering.write(left ? "L" : "R", x, y, height, patient.nextDouble(0.75, 1)));
        if (patient.nextDouble() < 0.2) {
            ink.addAll(Lettering.write("A-P", -0.95, -0.95, 0.6 * height, 0.8));
        }
        List<Stroke> devices = new ArrayList<>();
        if (patient.nextDouble() < 0.12) {
            devices.addAll(tube(film));
        }
        if (patient.nextDouble() < 0.18) {
            int electrodes = film.nextInt(1, 4);
            for (int i = 0; i < electrodes; i++) {
                devices.addAll(electrode(film));
            }
        }
        return new Markings(ink, devices);
    }

    /** A feeding tube down the gullet into the stomach. */
    private static List<Stroke> tube(SplittableRandom film) {
        double[] points = {film.nextDouble(-0.06, 0.06), -1.3, 0.02, -0.4, film.nextDouble(-0.05, 0.1), 0.3, 0.25, 0.62
        };
        return Stroke.curve(points, 0.012, 0.012, 0.16, Stroke.Profile.ROUND, 16);
    }

    /** A disc on the chest, with its wire to the edge of the film. */
    private static List<Stroke> electrode(SplittableRandom film) {
        double side = film.nextBoolean() ? -1 : 1;
        double x = side * film.nextDouble(0.4, 0.7);
        double y = film.nextDouble(-0.6, 0.5);
        double[] points = {
            x,
            y,
            x + side * 0.2,
            y - film.nextDouble(-0.2, 0.3),
            side * 0.7,
            y - 0.5,
            side * film.nextDouble(0.3, 1),
            -1.3
        };
        List<Stroke> strokes = new ArrayList<>(Stroke.curve(points, 0.009, 0.009, 0.3, Stroke.Profile.FLAT, 16));
        strokes.add(new Stroke(x, y, x, y, 0.035, 0.035, 0.5, Stroke.Profile.FLAT));
        return strokes;
    }
}
