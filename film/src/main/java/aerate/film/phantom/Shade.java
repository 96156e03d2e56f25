package aerate.film.phantom;

/** Soft edges and profiles of projected bodies: polynomials and roots only, so that every machine agrees to the bit. */
final class Shade {
    private Shade() {}

    static double clamp(double value, double low, double high) {
        return value < low ? low : Math.min(value, high);
    }

    /** Rises smoothly from 0 at {@code from} to 1 at {@code to}; falls if {@code from > to}. */
    static double ramp(double from, double to, double value) {
        double t = clamp((value - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    /** A soft edge: 1 well inside (positive distance), 0 outside, one half on the edge. */
    static double inside(double distance, double softness) {
        return ramp(-softness, softness, distance);
    }

    /** Path length through a solid round body, 1 in its middle, 0 from {@code |offset| = 1} on. */
    static double round(double offset) {
        double q = 1 - offset * offset;
        return q > 0 ? Math.sqrt(q) : 0;
    }

    /** Path length through a tube with a dense wall (a long bone, a rib): brightest just inside its edges. */
    static double tube(double offset) {
        double q = offset * offset;
        return q < 1 ? (0.62 + 0.75 * q * q) * ramp(1, 0.8, Math.abs(offset)) : 0;
    }

    /** The implicit function of an upright ellipse: 1 in its centre, 0 on its border, negative outside. */
    static double ellipse(double dx, double dy, double rx, double ry) {
        double u = dx / rx;
        double v = dy / ry;
        return 1 - u * u - v * v;
    }
}
