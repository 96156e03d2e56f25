package aerate.film.codec;

import java.util.Arrays;

/**
 * Decodes one scan of a JPEG-LS image, line by line (T.87, annex A); letters are the standard's. A line has a sample more
 * at either end, so that all have neighbours.
 */
final class JpegLsScan {
    private static final int[] RUN_BITS = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    private final JpegLsCoding coding;
    private final JpegLsContexts contexts;
    private final CodedBits bits;
    private final byte[] regions; // of gradients from -third to third
    private final int width;

    JpegLsScan(JpegLsCoding coding, CodedBits bits, int width) {
        this.coding = coding;
        this.contexts = new JpegLsContexts(coding);
        this.bits = bits;
        this.width = width;
        regions = new byte[2 * coding.third() + 1];
        for (int gradient = 0; gradient <= coding.third(); gradient++) {
            byte region = (byte) region(gradient);
            regions[coding.third() + gradient] = region;
            regions[coding.third() - gradient] = (byte) -region;
        }
    }

    /**
     * Decodes a line of the channels that are coded pixel by pixel together.
     *
     * @param above per channel, the line above; its first place holds the sample above that line's first
     * @param line per channel, where this line goes
     * @param runIndex how long runs have been, {@code RUNindex}
     * @return how long runs are now
     */
    int decode(int[][] above, int[][] line, int runIndex) throws CodecException {
        int index = runIndex;
        int channels = line.length;
        for (int channel = 0; channel < channels; channel++) {
            line[channel][0] = above[channel][1];
            above[channel][width + 1] = above[channel][width];
        }
        int x = 1;
        while (x <= width) {
            if (!flat(above, line, x)) {
                for (int channel = 0; channel < channels; channel++) {
                    regular(above[channel], line[channel], x);
                }
                x++;
                continue;
            }
            while (x <= width && bits.bit()) {
                int length = Math.min(1 << RUN_BITS[index], width + 1 - x);
                repeat(line, x, length);
                x += length;
                if (length == 1 << RUN_BITS[index] && index < RUN_BITS.length - 1) {
                    index++;
                }
            }
            if (x <= width) {
                int length = bits.bits(RUN_BITS[index]);
                CodecException.require(length <= width - x, "a run must end within its line, did not: damaged");
                repeat(line, x, length);
                x += length;
                for (int channel = 0; channel < channels; channel++) {
                    afterRun(above[channel], line[channel], x, channels == 1, RUN_BITS[index] + 1);
                }
                x++;
                index = Math.max(0, index - 1);
            }
        }
        return index;
    }

    /** Whether all gradients of all channels are as good as none, so that a run begins. */
    private boolean flat(int[][] above, int[][] line, int x) {
        for (int channel = 0; channel < line.length; channel++) {
            int[] up = above[channel];
            if (Math.abs(up[x + 1] - up[x]) > coding.near()
                    || Math.abs(up[x] - up[x - 1]) > coding.near()
                    || Math.abs(up[x - 1] - line[channel][x - 1]) > coding.near()) {
                return false;
            }
        }
        return true;
    }

    private void regular(int[] above, int[] line, int x) throws CodecException {
        int a = line[x - 1];
        int b = above[x];
        int c = above[x - 1];
        int signed = 81 * quantized(above[x + 1] - b) + 9 * quantized(b - c) + quantized(c - a);
        int sign = signed < 0 ? -1 : 1;
        int context = signed * sign;
        int edge = c >= Math.max(a, b) ? Math.min(a, b) : c <= Math.min(a, b) ? Math.max(a, b) : a + b - c;
        int predicted = Math.max(0, Math.min(coding.maximum(), edge + sign * contexts.bias(context)));
        line[x] = reconstructed(predicted, sign * contexts.error(context, bits));
    }

    private void afterRun(int[] above, int[] line, int x, boolean alone, int spent) throws CodecException {
        int a = line[x - 1];
        int b = above[x];
        boolean alike = alone && Math.abs(a - b) <= coding.near();
        int error = contexts.errorAfterRun(alike ? 1 : 0, spent, bits);
        line[x] = reconstructed(alike ? a : b, !alike && a > b ? -error : error);
    }

    private int reconstructed(int predicted, int error) {
        int value = predicted + error * coding.step();
        if (value < -coding.near()) {
            value += coding.range() * coding.step();
        } else if (value > coding.maximum() + coding.near()) {
            value -= coding.range() * coding.step();
        }
        return Math.max(0, Math.min(coding.maximum(), value));
    }

    private static void repeat(int[][] line, int x, int length) {
        for (int[] samples : line) {
            Arrays.fill(samples, x, x + length, samples[x - 1]);
        }
    }

    private int quantized(int gradient) {
        if (gradient >= coding.third()) {
            return 4;
        }
        return gradient <= -coding.third() ? -4 : regions[coding.third() + gradient];
    }

    private int region(int gradient) {
        if (gradient <= coding.near()) {
            return 0;
        }
        if (gradient < coding.first()) {
            return 1;
        }
        return gradient < coding.second() ? 2 : gradient < coding.third() ? 3 : 4;
    }
}
