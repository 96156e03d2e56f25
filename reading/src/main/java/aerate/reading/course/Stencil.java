package aerate.reading.course;

import java.util.ArrayList;
import java.util.List;

/** The offsets within a distance of a pixel: what a hot pixel is widened by. */
record Stencil(List<Offset> offsets) {
    record Offset(int x, int y) {}

    static Stencil disc(double radius) {
        int reach = (int) radius;
        List<Offset> offsets = new ArrayList<>();
        for (int y = -reach; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                if (x * x + y * y <= radius * radius) {
                    offsets.add(new Offset(x, y));
                }
            }
        }
        return new Stencil(List.copyOf(offsets));
    }

    /** Sets the weights around a pixel to 1. */
    void mark(float[] weights, int width, int height, int x, int y) {
        for (Offset offset : offsets) {
            int column = x + offset.x;
            int row = y + offset.y;
            if (column >= 0 && column < width && row >= 0 && row < height) {
                weights[row * width + column] = 1;
            }
        }
    }
}
