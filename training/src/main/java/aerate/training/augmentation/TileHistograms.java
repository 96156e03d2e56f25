package aerate.training.augmentation;

/**
 * The histograms of a film's tiles, clipped, as curves from old grey to new; a pixel is between the curves of the four
 * tiles whose middles surround it. Tiles are as large as needed to cover the film, whose mirror image fills the last ones.
 */
final class TileHistograms {
    private static final int GREYS = 256;

    private final int[] grey;
    private final int width;
    private final int height;
    private final int tiles;
    private final int tileWidth;
    private final int tileHeight;
    private final float[][] curves;

    /**
     * Takes the histograms of 8-bit grey values, row by row.
     *
     * @param tiles along each axis
     * @param clip greatest height of a bin in multiples of the mean one; what is above is spread over all
     */
    TileHistograms(int[] grey, int width, int height, int tiles, double clip) {
        this.grey = grey;
        this.width = width;
        this.height = height;
        this.tiles = tiles;
        tileWidth = (width + tiles - 1) / tiles;
        tileHeight = (height + tiles - 1) / tiles;
        curves = new float[tiles * tiles][];
        int limit = Math.max(1, (int) (clip * tileWidth * tileHeight / GREYS));
        for (int tile = 0; tile < curves.length; tile++) {
            curves[tile] = curve(clipped(histogram(tile % tiles, tile / tiles), limit));
        }
    }

    /** The film as its tiles' curves show it. */
    int[] equalised() {
        int[] result = new int[grey.length];
        for (int y = 0; y < height; y++) {
            float row = (y / (float) tileHeight) - 0.5f; // in tiles, whole at their middles
            int above = (int) Math.floor(row);
            float down = row - above;
            for (int x = 0; x < width; x++) {
                float column = (x / (float) tileWidth) - 0.5f;
                int before = (int) Math.floor(column);
                float right = column - before;
                int value = grey[y * width + x];
                float top = curveOf(before, above)[value] * (1 - right) + curveOf(before + 1, above)[value] * right;
                float bottom =
                        curveOf(before, above + 1)[value] * (1 - right) + curveOf(before + 1, above + 1)[value] * right;
                result[y * width + x] = (int) Math.rint(top * (1 - down) + bottom * down);
            }
        }
        return result;
    }

    private float[] curveOf(int column, int row) {
        return curves[clamp(row) * tiles + clamp(column)];
    }

    private int clamp(int tile) {
        return Math.max(0, Math.min(tiles - 1, tile));
    }

    private int[] histogram(int column, int row) {
        int[] histogram = new int[GREYS];
        for (int y = row * tileHeight; y < (row + 1) * tileHeight; y++) {
            int from = mirrored(y, height) * width;
            for (int x = column * tileWidth; x < (column + 1) * tileWidth; x++) {
                histogram[grey[from + mirrored(x, width)]]++;
            }
        }
        return histogram;
    }

    /** Beyond the last pixel back again, without repeating it. */
    private static int mirrored(int position, int size) {
        if (position < size) {
            return position;
        }
        int period = Math.max(1, 2 * (size - 1));
        int folded = position % period;
        return folded < size ? folded : period - folded;
    }

    private static int[] clipped(int[] histogram, int limit) {
        int excess = 0;
        for (int i = 0; i < GREYS; i++) {
            excess += Math.max(0, histogram[i] - limit);
            histogram[i] = Math.min(histogram[i], limit);
        }
        int rest = excess % GREYS; // those that do not come to one for each bin go to bins evenly apart
        int apart = rest == 0 ? GREYS : GREYS / rest;
        for (int i = 0; i < GREYS; i++) {
            histogram[i] += excess / GREYS + (i % apart == 0 && i / apart < rest ? 1 : 0);
        }
        return histogram;
    }

    /** The share of pixels up to each grey, as a grey. */
    private float[] curve(int... histogram) {
        float perPixel = (GREYS - 1f) / (tileWidth * tileHeight);
        float[] curve = new float[GREYS];
        int sum = 0;
        for (int i = 0; i < GREYS; i++) {
            sum += histogram[i];
            curve[i] = (float) Math.rint(sum * perPixel);
        }
        return curve;
    }
}
