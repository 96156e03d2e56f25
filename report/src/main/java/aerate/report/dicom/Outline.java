package aerate.report.dicom;

import java.util.ArrayList;
import java.util.List;

/**
 * The border of a connected part of a region: a closed polygon along the edges of a grid's cells, in pixels of the film. Holes
 * are not cut out.
 */
public final class Outline {
    private final float[] points;
    private final double area;

    private Outline(float[] points, double area) {
        this.points = points;
        this.area = area;
    }

    /**
     * The outlines of all parts of a region, the largest first. Cells belong together where they share an edge.
     *
     * @param inside of each cell of the grid, row by row
     * @param filmWidth of the film that the grid covers, in pixels
     */
    public static List<Outline> of(boolean[] inside, int width, int height, int filmWidth, int filmHeight) {
        if (inside.length != width * height) {
            throw new IllegalArgumentException("a region of " + width + " x " + height + " must have " + width * height
                    + " cells, had " + inside.length);
        }
        int[] parts = new Parts(inside, width, height).numbers();
        List<Outline> outlines = new ArrayList<>();
        for (int at = 0, next = 1; at < parts.length; at++) {
            if (parts[at] == next) { // its first cell: the leftmost of its top row
                Border border = new Border(parts, width, height, next++);
                outlines.add(scaled(
                        border.corners(at % width, at / width),
                        border.cells(),
                        (double) filmWidth / width,
                        (double) filmHeight / height));
            }
        }
        outlines.sort((one, other) -> Double.compare(other.area, one.area));
        return outlines;
    }

    /** Column and row of each corner, the first again at the end; (0, 0) is the outer corner of the film's first pixel. */
    float[] points() {
        return points.clone();
    }

    /** Of the part without its holes, in pixels. */
    double area() {
        return area;
    }

    private static Outline scaled(List<int[]> corners, int cells, double x, double y) {
        float[] points = new float[2 * corners.size() + 2];
        for (int i = 0; i <= corners.size(); i++) {
            int[] corner = corners.get(i % corners.size());
            points[2 * i] = (float) (corner[0] * x);
            points[2 * i + 1] = (float) (corner[1] * y);
        }
        return new Outline(points, cells * x * y);
    }
}
