package aerate.report.dicom;

import java.util.ArrayList;
import java.util.List;

/** Walks around one part of a region, clockwise, the part at its right hand. */
final class Border {
    /** East, south, west, north: a step from corner to corner. */
    private static final int[] STEP_X = {1, 0, -1, 0};

    private static final int[] STEP_Y = {0, 1, 0, -1};

    private final int[] parts;
    private final int width;
    private final int height;
    private final int number;

    Border(int[] parts, int width, int height, int number) {
        this.parts = parts;
        this.width = width;
        this.height = height;
        this.number = number;
    }

    /**
     * The corners at which the walk turns.
     *
     * @param x column of the leftmost cell of the part's top row
     * @param y its row
     */
    List<int[]> corners(int x, int y) {
        List<int[]> corners = new ArrayList<>();
        int column = x;
        int row = y;
        int heading = 0;
        do {
            int left = Math.floorMod(heading - 1, 4);
            int right = (heading + 1) % 4;
            int next = isInside(column, row, left) ? left : isInside(column, row, heading) ? heading : right;
            if (next != heading || corners.isEmpty()) {
                corners.add(new int[] {column, row});
            }
            heading = next;
            column += STEP_X[heading];
            row += STEP_Y[heading];
        } while (column != x
                || row != y); // where the walk comes by once only: no other cell of the part is at that corner
        return corners;
    }

    /** Cells of the part. */
    int cells() {
        int cells = 0;
        for (int part : parts) {
            cells += part == number ? 1 : 0;
        }
        return cells;
    }

    /** Whether the cell at the right of a step from a corner is of the part, and the one at its left is not. */
    private boolean isInside(int column, int row, int heading) {
        return switch (heading) {
            case 0 -> is(column, row) && !is(column, row - 1);
            case 1 -> is(column - 1, row) && !is(column, row);
            case 2 -> is(column - 1, row - 1) && !is(column - 1, row);
            default -> is(column, row - 1) && !is(column - 1, row - 1);
        };
    }

    private boolean is(int column, int row) {
        return column >= 0 && column < width && row >= 0 && row < height && parts[row * width + column] == number;
    }
}
