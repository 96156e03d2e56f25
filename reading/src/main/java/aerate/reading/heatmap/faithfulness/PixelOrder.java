package aerate.reading.heatmap.faithfulness;

import aerate.film.Resampling;
import aerate.reading.heatmap.HeatMap;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The pixels of a film as a heat map ranks them. */
final class PixelOrder {
    private PixelOrder() {}

    /**
     * Indices of the pixels, row by row, hottest first; equally hot ones, of which a map that is zero in places has many, in
     * a random order, so that the film's top is not favoured.
     *
     * @param size width and height of the film
     * @param seed of the random order
     */
    static int[] of(HeatMap map, int size, long seed) {
        float[] heat = Resampling.resize(map.values(), map.width(), map.height(), size, size);
        int[] shuffled = shuffled(heat.length, new SplittableRandom(seed));
        long[] keys = new long[heat.length]; // heat, falling, and then the place in the shuffled line
        for (int place = 0; place < keys.length; place++) {
            keys[place] = ((long) rising(-heat[shuffled[place]]) << Integer.SIZE) | place;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> shuffled[(int) key]).toArray();
    }

    /** An integer that is greater for a greater number, and the same for 0 and −0. */
    private static int rising(float number) {
        int bits = Float.floatToIntBits(number + 0f);
        return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
    }

    private static int[] shuffled(int length, SplittableRandom random) {
        int[] line = IntStream.range(0, length).toArray();
        for (int last = length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int moved = line[last];
            line[last] = line[other];
            line[other] = moved;
        }
        return line;
    }
}
