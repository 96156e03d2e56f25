package aerate.reading.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Label;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "0.5, 1", "0.25, 0.8112781244591328", "0.75, 0.8112781244591328"})
    void uncertainty_isTheEntropyInBits(double probability, double bits) {
        assertThat(Finding.entropy(probability)).isCloseTo(bits, within(1e-12));
    }

    @Test
    void uncertainty_staysWithinABit() {
        for (int i = 0; i <= 100_000; i++) {
            assertThat(Finding.entropy(i / 100_000.0)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void probabilityBeyondOne_isRefused() {
        assertThatThrownBy(() -> new Finding(1.5, Label.PNEUMONIA, 0, Optional.empty()))
                .hasMessage("probability must be in [0, 1], was 1.5");
    }

    @Test
    void entryThatIsNeitherReadNorUnreadable_isRefused() {
        assertThatThrownBy(() -> new Entry("film", Optional.empty(), Optional.empty()))
                .hasMessage("a film must be either read or unreadable, was neither: film");
    }
}
