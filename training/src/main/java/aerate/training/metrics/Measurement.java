package aerate.training.metrics;

import java.util.Objects;

/**
 * A figure of one film.
 *
 * @param patient pseudonym: films of one patient resemble each other
 * @param value a finite number
 */
public record Measurement(String patient, double value) {
    public Measurement {
        Objects.requireNonNull(patient);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a film's figure must be a finite number, was " + value);
        }
    }
}
