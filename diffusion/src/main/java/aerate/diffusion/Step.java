package aerate.diffusion;

import java.util.ArrayList;
import java.util.List;

/**
 * One step from a noise level to a lower one.
 *
 * @param from t, at least 1
 * @param to s, in [0, t)
 */
public record Step(int from, int to) {
    public Step {
        if (to < 0 || to >= from) {
            throw new IllegalArgumentException("a step must lead to a level in [0, " + from + "), was " + to);
        }
    }

    /**
     * The way from a level to 0 over the multiples of a stride (Nichol &amp; Dhariwal 2021, section 4). Ways from
     * different levels share all steps but their first.
     */
    static List<Step> down(int level, int stride) {
        List<Step> steps = new ArrayList<>();
        for (int from = level; from > 0; ) {
            int to = (from - 1) / stride * stride;
            steps.add(new Step(from, to));
            from = to;
        }
        return steps;
    }

    static void requireStride(int stride, NoiseSchedule schedule) {
        if (stride < 1 || stride > schedule.levels()) {
            throw new IllegalArgumentException("stride must be in [1, " + schedule.levels() + "], was " + stride);
        }
    }
}
