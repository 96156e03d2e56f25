package aerate.film.codec;

import java.util.Arrays;

/**
 * What a JPEG-LS decoder has learnt of the errors in each context (T.87, annex A): letters of fields and steps are the
 * standard's. Contexts 0 to 364 are those of regular samples, 365 and 366 those of samples that end a run.
 */
final class JpegLsContexts {
    private static final int RUN = 365;
    private static final int CONTEXTS = 367;
    private static final int GREATEST_BIAS = 127;
    private static final int LEAST_BIAS = -128;

    private final JpegLsCoding coding;
    private final int errorBits;
    private final int longest;
    private final int[] a = new int[CONTEXTS];
    private final int[] b = new int[CONTEXTS]; // of the run contexts: Nn, the number of negative errors
    private final int[] c = new int[CONTEXTS];
    private final int[] n = new int[CONTEXTS];

    JpegLsContexts(JpegLsCoding coding) {
        this.coding = coding;
        this.errorBits = coding.errorBits();
        this.longest = coding.longest();
        Arrays.fill(a, Math.max(2, (coding.range() + 32) / 64));
        Arrays.fill(n, 1);
    }

    /** What predictions in a context are to be corrected by. */
    int bias(int context) {
        return c[context];
    }

    /** Reads the error of a regular sample, and learns from it (A.5 and A.6). */
    int error(int context, CodedBits bits) throws CodecException {
        int k = golomb(n[context], a[context]);
        int mapped = code(bits, k, longest);
        boolean turned = coding.near() == 0 && k == 0 && 2 * b[context] <= -n[context];
        int error = (mapped & 1) == 0 ? mapped >> 1 : -((mapped + 1) >> 1);
        if (turned) {
            error = -error - 1;
        }
        a[context] += Math.abs(error);
        b[context] += error * coding.step();
        if (n[context] == coding.reset()) {
            halve(context);
        }
        n[context]++;
        correct(context);
        return error;
    }

    /**
     * Reads the error of the sample that ends a run, and learns from it (A.7.2).
     *
     * @param type 1 if the samples left and above are alike
     * @param spent bits of the code that the run has taken
     */
    int errorAfterRun(int type, int spent, CodedBits bits) throws CodecException {
        int context = RUN + type;
        int k = golomb(n[context], a[context] + (type == 1 ? n[context] >> 1 : 0));
        int mapped = code(bits, k, longest - spent);
        int doubled = mapped + type;
        boolean odd = (doubled & 1) != 0;
        int size = (doubled + 1) >> 1;
        boolean negative = (k != 0 || 2 * b[context] >= n[context]) == odd;
        if (negative && size > 0) {
            b[context]++;
        }
        a[context] += (mapped + 1 - type) >> 1;
        if (n[context] == coding.reset()) {
            halve(context);
        }
        n[context]++;
        return negative ? -size : size;
    }

    private static int golomb(int count, int sum) {
        int k = 0;
        while (k < 24 && (count << k) < sum) {
            k++;
        }
        return k;
    }

    /** A code of at most {@code limit} bits (A.5.3). */
    private int code(CodedBits bits, int k, int limit) throws CodecException {
        int escape = limit - errorBits - 1;
        int zeros = bits.zeros(escape);
        return zeros < escape ? (zeros << k) | bits.bits(k) : bits.bits(errorBits) + 1;
    }

    private void halve(int context) {
        a[context] >>= 1;
        b[context] >>= 1;
        n[context] >>= 1;
    }

    private void correct(int context) {
        if (b[context] <= -n[context]) {
            b[context] = Math.max(b[context] + n[context], 1 - n[context]);
            c[context] = Math.max(c[context] - 1, LEAST_BIAS);
        } else if (b[context] > 0) {
            b[context] = Math.min(b[context] - n[context], 0);
            c[context] = Math.min(c[context] + 1, GREATEST_BIAS);
        }
    }
}
