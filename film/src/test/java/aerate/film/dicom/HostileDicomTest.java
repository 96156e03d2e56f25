package aerate.film.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Seeded mutations of good files: each is read as a film or refused as unreadable, and nothing else happens. */
class HostileDicomTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int INPUTS = 100_000;
    private static final long SEED = 20_261_123;

    @Test
    void mutated_isAFilmOrUnreadable() throws IOException {
        Fuzz fuzz = new Fuzz();
        fuzz.requireGood();
        Fuzz.Result result = assertTimeoutPreemptively(LIMIT, () -> fuzz.run(INPUTS, SEED));
        assertThat(result.refused())
                .as("refused of " + INPUTS + ", seed " + SEED)
                .isBetween(INPUTS / 10, INPUTS - 1000);
    }
}
