package aerate.reading.heatmap;

import aerate.film.Label;
import aerate.film.Resampling;
import java.util.Objects;
import java.util.Optional;

/** How much each part of a film speaks for a label: an immutable grid over the whole film, as coarse as the network's. */
public final class HeatMap {
    private final int width;
    private final int height;
    private final float[] values;
    private final Label label;
    private final String method;

    private HeatMap(int width, int height, float[] values, Label label, String method) {
        this.width = width;
        this.height = height;
        this.values = values;
        this.label = Objects.requireNonNull(label);
        this.method = Objects.requireNonNull(method);
    }

    /**
     * A heat map of the given values.
     *
     * @param values row by row, of any scale; copied
     * @param label that it explains
     * @param method name of the explainer
     * @throws IllegalArgumentException if sizes disagree or a value is not finite
     */
    public static HeatMap of(int width, int height, float[] values, Label label, String method) {
        if (width < 1 || height < 1 || values.length != width * height) {
            throw new IllegalArgumentException("a heat map of " + width + " x " + height + " must have at least 1 and "
                    + width * height + " values, had " + values.length);
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("a heat map's values must be finite, was " + value);
            }
        }
        return new HeatMap(width, height, values.clone(), label, method);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The values as the method gives them, row by row: any scale, negative where it says so. */
    public float[] values() {
        return values.clone();
    }

    /** What the map explains. */
    public Label label() {
        return label;
    }

    /** Name of the explainer that drew it. */
    public String method() {
        return method;
    }

    /**
     * What speaks for the label, as a share of what speaks most for it, row by row: negative values are 0, the greatest is
     * 1. All 0 if nothing speaks for it, or if the map is flat and so points nowhere.
     */
    public float[] evidence() {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        float[] evidence = new float[values.length];
        if (greatest > 0 && least < greatest) {
            for (int i = 0; i < values.length; i++) {
                evidence[i] = Math.max(0, values[i]) / greatest;
            }
        }
        return evidence;
    }

    /** The evidence at another size, row by row, in [0, 1]: bilinear where it grows. */
    public float[] evidence(int newWidth, int newHeight) {
        return Resampling.resize(evidence(), width, height, newWidth, newHeight);
    }

    /** The middle of the hottest cell, the first of several; none if the map is flat. */
    public Optional<Peak> peak() {
        int hottest = 0;
        boolean flat = true;
        for (int i = 1; i < values.length; i++) {
            flat &= values[i] == values[0];
            hottest = values[i] > values[hottest] ? i : hottest;
        }
        int row = hottest / width;
        double x = (hottest % width + 0.5) / width;
        double y = (row + 0.5) / height;
        return flat ? Optional.empty() : Optional.of(new Peak(x, y));
    }

    /**
     * A place on a film.
     *
     * @param x share of the film's width from the left, in [0, 1]
     * @param y share of its height from the top, in [0, 1]
     */
    public record Peak(double x, double y) {}
}
