package aerate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PeakMemoryTest {
    @Test
    void peak_isTheHighWaterMark() {
        assertThat(PeakMemory.peakKibibytes(List.of("VmPeak:\t 9000 kB", "VmHWM:\t  123456 kB", "VmRSS:\t 99 kB")))
                .isEqualTo(123_456);
    }

    @Test
    void missingMark_isSaid() {
        assertThatThrownBy(() -> PeakMemory.peakKibibytes(List.of("VmRSS:\t 99 kB")))
                .hasMessageContaining("VmHWM");
    }
}
