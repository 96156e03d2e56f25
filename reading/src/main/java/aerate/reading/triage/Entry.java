package aerate.reading.triage;

import java.util.Objects;
import java.util.Optional;

/**
 * A film of the pile: what the model finds on it, or why it could not be read.
 *
 * @param film its path under the pile's folder, with slashes
 */
public record Entry(String film, Optional<Finding> finding, Optional<String> unreadable) {
    public Entry {
        Objects.requireNonNull(film);
        if (finding.isPresent() == unreadable.isPresent()) {
            throw new IllegalArgumentException("a film must be either read or unreadable, was "
                    + (finding.isPresent() ? "both: " : "neither: ") + film);
        }
    }

    static Entry read(String film, Finding finding) {
        return new Entry(film, Optional.of(finding), Optional.empty());
    }

    static Entry unreadable(String film, String reason) {
        return new Entry(film, Optional.empty(), Optional.of(reason));
    }
}
