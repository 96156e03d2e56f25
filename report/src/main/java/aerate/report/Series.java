package aerate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A named line of a {@link Charts chart}.
 *
 * @param x as many as {@code y}, at least one
 * @param y NaN leaves a gap
 */
public record Series(String name, List<Double> x, List<Double> y) {
    public Series {
        Objects.requireNonNull(name);
        x = List.copyOf(x);
        y = List.copyOf(y);
        if (x.size() != y.size() || x.isEmpty()) {
            throw new IllegalArgumentException("a series must have as many x as y, at least one, had " + x.size()
                    + " and " + y.size() + " in " + name);
        }
    }

    /** Without the points nearer than {@code distance} to the last one kept; the first and the last point stay. */
    Series thinned(double distance) {
        List<Double> keptX = new ArrayList<>();
        List<Double> keptY = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            int last = keptX.size() - 1;
            boolean isEnd = i == 0 || i == x.size() - 1;
            if (isEnd || !(Math.hypot(x.get(i) - keptX.get(last), y.get(i) - keptY.get(last)) < distance)) {
                keptX.add(x.get(i));
                keptY.add(y.get(i));
            }
        }
        return new Series(name, keptX, keptY);
    }
}
