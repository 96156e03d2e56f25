package aerate.benchmark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SettingTest {
    @Test
    void sizeThatTheNetworkCannotHalve_isRefused() {
        assertThatThrownBy(() -> new Setting(1, 1, 100, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size must be a multiple of 32, was 100");
    }

    @Test
    void noThreads_areRefused() {
        assertThatThrownBy(() -> new Setting(0, 1, 32, 1)).hasMessage("threads must be at least 1, was 0");
    }
}
