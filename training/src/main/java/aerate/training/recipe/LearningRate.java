package aerate.training.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * The course of the learning rate over a run, as a factor of its greatest value.
 *
 * @param name of the shape
 * @param warmup share of the run in which it rises, in [0, 1)
 */
public record LearningRate(Name name, double warmup) {
    private static final double ONE_CYCLE_START = 1 / 25.0;

    private static final double ONE_CYCLE_END = ONE_CYCLE_START / 1e4;

    /** The shapes there are. */
    public enum Name {
        /** A line up, then level. */
        @JsonProperty("constant")
        CONSTANT,
        /** A line up, then a half cosine down to 0: Loshchilov &amp; Hutter 2017, without restarts. */
        @JsonProperty("cosine")
        COSINE,
        /** A cosine up to the whole rate, then one down to almost none: Smith &amp; Topin 2019, fastai's numbers. */
        @JsonProperty("one-cycle")
        ONE_CYCLE
    }

    public LearningRate {
        Objects.requireNonNull(name, "schedule.name is missing");
        if (!(warmup >= 0 && warmup < 1)) {
            throw new IllegalArgumentException("warmup must be in [0, 1), was " + warmup);
        }
    }

    /**
     * The factor at a step.
     *
     * @param step from 0
     * @param steps of the whole run
     * @return in [0, 1]
     */
    public double factor(long step, long steps) {
        double at = (step + 0.5) / steps;
        boolean rising = at < warmup;
        double phase = rising ? at / warmup : (at - warmup) / (1 - warmup);
        return switch (name) {
            case CONSTANT -> rising ? phase : 1;
            case COSINE -> rising ? phase : cosine(1, 0, phase);
            case ONE_CYCLE -> rising ? cosine(ONE_CYCLE_START, 1, phase) : cosine(1, ONE_CYCLE_END, phase);
        };
    }

    private static double cosine(double from, double to, double phase) {
        return to + (from - to) * (1 + Math.cos(Math.PI * phase)) / 2;
    }
}
