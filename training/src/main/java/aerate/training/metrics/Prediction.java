package aerate.training.metrics;

import aerate.film.Label;
import java.util.Objects;
import java.util.Optional;

/**
 * What a classifier said of one labelled film.
 *
 * @param name of the film, unique within its source
 * @param patient pseudonym; films of one patient are resampled together
 * @param label the truth
 * @param subtype finer truth where the collection has one
 * @param probability of pneumonia, in {@code [0, 1]}
 */
public record Prediction(String name, String patient, Label label, Optional<String> subtype, double probability) {
    public Prediction {
        Objects.requireNonNull(name);
        Objects.requireNonNull(patient);
        Objects.requireNonNull(label);
        Objects.requireNonNull(subtype);
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability must be in [0, 1], was " + probability + " for " + name);
        }
    }
}
