package aerate.reading.heatmap;

import java.util.Optional;

/** Where a heat map is hottest: the cells of a grid whose evidence is at least a share of the greatest. */
public final class HotRegion {
    private final int width;
    private final int height;
    private final boolean[] inside;
    private final float level;

    private HotRegion(int width, int height, boolean[] inside, float level) {
        this.width = width;
        this.height = height;
        this.inside = inside;
        this.level = level;
    }

    /**
     * The region of a map; none if it is flat.
     *
     * @param share of the greatest evidence, in (0, 1]
     */
    public static Optional<HotRegion> of(HeatMap map, double share, int width, int height) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a region's share must be in (0, 1], was " + share);
        }
        float[] heat = map.evidence(width, height);
        float hottest = 0;
        for (float value : heat) {
            hottest = Math.max(hottest, value);
        }
        float level = (float) share * hottest;
        boolean[] inside = new boolean[heat.length];
        for (int i = 0; i < heat.length; i++) {
            inside[i] = heat[i] >= level;
        }
        return hottest > 0 ? Optional.of(new HotRegion(width, height, inside, level)) : Optional.empty();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Whether each cell belongs to it, row by row. */
    public boolean[] inside() {
        return inside.clone();
    }

    /** Evidence from which a cell is inside, in (0, 1]. */
    public float level() {
        return level;
    }
}
