package aerate.reading.triage;

import aerate.film.Label;
import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.diagnosis.Typicality;
import java.util.Objects;
import java.util.Optional;

/**
 * What a worklist takes over of a film's diagnosis.
 *
 * @param probability of pneumonia in [0, 1], calibrated
 * @param verdict at the operating point
 * @param uncertainty of the verdict in [0, 1] bit: the entropy of the probability, greatest where it is a half
 * @param unlike whether the film is unlike those that the model was trained on; empty if the model cannot tell
 */
public record Finding(double probability, Label verdict, double uncertainty, Optional<Boolean> unlike) {
    public Finding {
        requireShare("probability", probability);
        requireShare("uncertainty", uncertainty);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(unlike);
    }

    static Finding of(Diagnosis diagnosis) {
        double probability = diagnosis.probability();
        Optional<Boolean> unlike = diagnosis.typicality().map(Typicality::unlike);
        return new Finding(probability, diagnosis.verdict(), entropy(probability), unlike);
    }

    /** Of a film that is sick with this probability, in bits. */
    static double entropy(double probability) {
        return Math.min(1, bits(probability) + bits(1 - probability)); // the rounding of a half's could exceed 1
    }

    private static double bits(double share) {
        return share == 0 ? 0 : share * Math.log(1 / share) / Math.log(2);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
        }
    }
}
