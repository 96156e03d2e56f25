package aerate.training.search;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Which points of a grid are tried, and how far. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Sampling.Exhaustive.class, name = "grid"),
    @JsonSubTypes.Type(value = Sampling.AtRandom.class, name = "random"),
    @JsonSubTypes.Type(value = Sampling.Halving.class, name = "halving"),
})
public sealed interface Sampling {
    /** All points, to the end. */
    record Exhaustive() implements Sampling {}

    /**
     * Some points, drawn without replacement, to the end (Bergstra &amp; Bengio 2012).
     *
     * @param trials how many; all where there are fewer
     */
    record AtRandom(int trials, long seed) implements Sampling {
        public AtRandom {
            requireTrials(trials);
        }
    }

    /**
     * Points drawn so, of which the promising are trained further ({@link SuccessiveHalving}).
     *
     * @param trials how many start; all where there are fewer
     * @param least epochs of every trial
     * @param factor η: of how many one goes on, for so many times the epochs
     */
    record Halving(int trials, int least, int factor, long seed) implements Sampling {
        public Halving {
            requireTrials(trials);
            if (least < 1) {
                throw new IllegalArgumentException("least must be at least 1, was " + least);
            }
            if (factor < 2) {
                throw new IllegalArgumentException("factor must be at least 2, was " + factor);
            }
        }
    }

    private static void requireTrials(int trials) {
        if (trials < 1) {
            throw new IllegalArgumentException("trials must be at least 1, was " + trials);
        }
    }
}
