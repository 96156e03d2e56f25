package aerate.film.phantom;

import java.util.ArrayList;
import java.util.List;

/** The few signs that radiographers put on films, as strokes. */
final class Lettering {
    private static final double WIDTH = 0.6;

    private Lettering() {}

    /**
     * Writes a text.
     *
     * @param x left end, in film coordinates
     * @param y top
     * @param height of a letter
     */
    static List<Stroke> write(String text, double x, double y, double height, double opacity) {
        List<Stroke> strokes = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            double left = x + i * height * (WIDTH + 0.3);
            double[] ends = sign(text.charAt(i));
            for (int k = 0; k < ends.length; k += 4) {
                strokes.add(new Stroke(
                        left + height * ends[k],
                        y + height * ends[k + 1],
                        left + height * ends[k + 2],
                        y + height * ends[k + 3],
                        0.11 * height,
                        0.11 * height,
                        opacity,
                        Stroke.Profile.FLAT));
            }
        }
        return strokes;
    }

    /** Ends of each straight piece, in heights of the letter. */
    private static double[] sign(char letter) {
        return switch (letter) {
            case 'R' ->
                new double[] {
                    0, 0, 0, 1, 0, 0, 0.45, 0, 0.45, 0, WIDTH, 0.13, WIDTH, 0.13, WIDTH, 0.38, WIDTH, 0.38, 0.45, 0.5,
                    0.45, 0.5, 0, 0.5, 0.25, 0.5, WIDTH, 1
                };
            case 'L' -> new double[] {0, 0, 0, 1, 0, 1, WIDTH, 1};
            case 'A' -> new double[] {0, 1, WIDTH / 2, 0, WIDTH / 2, 0, WIDTH, 1, 0.14, 0.65, 0.46, 0.65};
            case 'P' -> new double[] {0, 0, 0, 1, 0, 0, WIDTH, 0.05, WIDTH, 0.05, WIDTH, 0.45, WIDTH, 0.45, 0, 0.5};
            case '-' -> new double[] {0.1, 0.5, 0.5, 0.5};
            default -> throw new IllegalArgumentException("a film's lettering must be of R, L, A, P, -, was " + letter);
        };
    }
}
