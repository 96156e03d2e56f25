package aerate.film.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * A thin body between two points: a piece of a vessel, bone, wire or letter.
 *
 * @param fromX start, in the coordinates of its {@link Positioning}
 * @param toX end
 * @param fromRadius half the thickness at the start
 * @param toRadius half the thickness at the end
 * @param opacity attenuation in its middle
 * @param profile how attenuation runs across it
 */
record Stroke(
        double fromX,
        double fromY,
        double toX,
        double toY,
        double fromRadius,
        double toRadius,
        double opacity,
        Profile profile) {

    /** How attenuation runs from the middle of a stroke to its edge. */
    enum Profile {
        /** A vessel: full of one substance. */
        ROUND,
        /** A bone: a dense wall around a lighter core. */
        TUBE,
        /** Ink, metal: even, with a soft edge. */
        FLAT;

        double at(double offset) {
            return switch (this) {
                case ROUND -> Shade.round(offset);
                case TUBE -> Shade.tube(offset);
                case FLAT -> Shade.ramp(1, 0.5, offset);
            };
        }
    }

    Stroke {
        if (!(fromRadius > 0) || !(toRadius > 0)) {
            throw new IllegalArgumentException(
                    "a stroke's radii must be positive, were " + fromRadius + " and " + toRadius);
        }
    }

    /** The stroke's attenuation at a point. */
    double at(double x, double y) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Shade.clamp(((x - fromX) * dx + (y - fromY) * dy) / length, 0, 1);
        double offX = x - fromX - along * dx;
        double offY = y - fromY - along * dy;
        double radius = fromRadius + along * (toRadius - fromRadius);
        double square = (offX * offX + offY * offY) / (radius * radius);
        return square < 1 ? opacity * profile.at(Math.sqrt(square)) : 0;
    }

    Stroke onFilm(Positioning positioning) {
        double scale = positioning.scale();
        return new Stroke(
                positioning.filmX(fromX, fromY),
                positioning.filmY(fromX, fromY),
                positioning.filmX(toX, toY),
                positioning.filmY(toX, toY),
                fromRadius * scale,
                toRadius * scale,
                opacity,
                profile);
    }

    /**
     * A cubic Bézier curve in pieces.
     *
     * @param points x and y of the four control points
     */
    static List<Stroke> curve(
            double[] points, double fromRadius, double toRadius, double opacity, Profile profile, int pieces) {
        List<Stroke> strokes = new ArrayList<>(pieces);
        double lastX = points[0];
        double lastY = points[1];
        for (int i = 1; i <= pieces; i++) {
            double t = (double) i / pieces;
            double x = bezier(points[0], points[2], points[4], points[6], t);
            double y = bezier(points[1], points[3], points[5], points[7], t);
            double before = fromRadius + (toRadius - fromRadius) * (i - 1) / pieces;
            double after = fromRadius + (toRadius - fromRadius) * t;
            strokes.add(new Stroke(lastX, lastY, x, y, before, after, opacity, profile));
            lastX = x;
            lastY = y;
        }
        return strokes;
    }

    private static double bezier(double a, double b, double c, double d, double t) {
        double s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }
}
