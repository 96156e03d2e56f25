package aerate.film.phantom;

import java.util.List;

/** Strokes drawn at the sampling points of a film; where strokes of one layer overlap, the strongest counts. */
final class StrokeLayer {
    private final int size;
    private final float[] attenuation;

    private StrokeLayer(int size) {
        this.size = size;
        this.attenuation = new float[size * size];
    }

    /** Draws strokes at {@code size x size} points. */
    static StrokeLayer of(int size, Positioning positioning, List<Stroke> strokes) {
        StrokeLayer layer = new StrokeLayer(size);
        for (Stroke stroke : strokes) {
            layer.draw(stroke.onFilm(positioning));
        }
        return layer;
    }

    /** Attenuation at a sampling point, counted row by row. */
    double at(int index) {
        return attenuation[index];
    }

    private void draw(Stroke stroke) {
        double reach = Math.max(stroke.fromRadius(), stroke.toRadius());
        int left = column(Math.min(stroke.fromX(), stroke.toX()) - reach);
        int right = column(Math.max(stroke.fromX(), stroke.toX()) + reach);
        int top = column(Math.min(stroke.fromY(), stroke.toY()) - reach);
        int bottom = column(Math.max(stroke.fromY(), stroke.toY()) + reach);
        for (int row = top; row < bottom; row++) {
            double y = coordinate(row, size);
            for (int column = left; column < right; column++) {
                float value = (float) stroke.at(coordinate(column, size), y);
                int index = row * size + column;
                attenuation[index] = Math.max(attenuation[index], value);
            }
        }
    }

    /** The film coordinate of the middle of a column or row. */
    static double coordinate(int column, int size) {
        return (2.0 * column + 1) / size - 1;
    }

    private int column(double coordinate) {
        return (int) Shade.clamp(Math.ceil((coordinate + 1) * size / 2 - 0.5), 0, size);
    }
}
