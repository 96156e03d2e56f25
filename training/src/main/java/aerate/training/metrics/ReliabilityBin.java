package aerate.training.metrics;

/**
 * Films of similar probability, and how many of them are sick: on a calibrated classifier the two last agree.
 *
 * @param low least probability of the bin, inclusive
 * @param high its upper edge, exclusive except at 1
 * @param films in the bin, at least 1
 * @param probability mean over the films
 * @param share of the films that are sick
 */
public record ReliabilityBin(double low, double high, int films, double probability, double share) {
    public ReliabilityBin {
        if (films < 1) {
            throw new IllegalArgumentException("a reliability bin must hold a film, held " + films);
        }
    }
}
