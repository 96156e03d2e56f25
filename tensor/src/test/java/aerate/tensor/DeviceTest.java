package aerate.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeviceTest {
    @Test
    void of_aName_isThatDeviceInAnyCase() {
        assertThat(Device.of("CPU")).isEqualTo(Device.CPU);
    }

    @Test
    void of_cuda_isThereOrRefusedWithTheReason_andAutoFollows() {
        if (Device.of("auto") == Device.CUDA) {
            assertThat(Device.of("cuda")).isEqualTo(Device.CUDA);
        } else {
            assertThatThrownBy(() -> Device.of("cuda"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("device cuda is not available here");
        }
    }

    @Test
    void of_anotherName_isRefusedWithTheRule() {
        assertThatThrownBy(() -> Device.of("tpu")).hasMessage("device must be auto, cpu or cuda, was tpu");
    }

    @Test
    void threads_areAtLeastOne() {
        assertThatThrownBy(() -> Libtorch.threads(0)).hasMessage("threads must be at least 1, was 0");
        Libtorch.threads(1);
        assertThat(Libtorch.threads()).isEqualTo(1);
    }
}
