package aerate.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorsTest {
    private final Scope scope = Scope.open();

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void of_wrongNumberOfValues_isRefusedWithTheRule() {
        assertThatThrownBy(() -> Tensors.of(new float[5], 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tensor of shape [2, 3] must have 6 values, had 5");
        assertThatThrownBy(() -> Tensors.of(new long[1], 0)).hasMessageContaining("must have 0 values, had 1");
        assertThatThrownBy(() -> Tensors.of(new byte[3], 2)).hasMessageContaining("must have 2 values, had 3");
    }

    @Test
    void of_copiesItsValues() {
        float[] values = {1, 2};
        Tensor tensor = Tensors.of(values, 2);
        values[0] = 9;
        assertThat(tensor.floats()).containsExactly(1, 2);
    }

    @Test
    void larger_isElementByElement() {
        Tensor one = Tensors.of(new float[] {1, -2, 3, 0}, 2, 2);
        assertThat(Tensors.larger(one, Tensors.of(new float[] {0, 2}, 2)).floats())
                .containsExactly(1, 2, 3, 2);
    }

    @Test
    void uninitialised_isOfTheShapeAndTypeAskedFor() {
        Tensor tensor = Tensors.uninitialised(DataType.BFLOAT16, 2, 3);
        assertThat(tensor.shape()).containsExactly(2, 3);
        assertThat(tensor.type()).isEqualTo(DataType.BFLOAT16);
        assertThat(tensor.assign(Tensors.full(1, 2, 3)).floats()).containsOnly(1);
    }

    @Test
    void map_readsTheFilesBytesAsAnyType(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bytes");
        Files.write(file, new byte[] {7, 0, 0, 0, 0, 0, (byte) 0x80, 0x3f}); // 1f in the last four, little-endian
        Tensor mapped = Tensors.map(file, 8);
        assertThat(mapped.type()).isEqualTo(DataType.UINT8);
        assertThat(mapped.select(0, 0).item()).isEqualTo(7);
        assertThat(mapped.narrow(0, 4, 4).view(DataType.FLOAT32).floats()).containsExactly(1);
    }

    @Test
    void map_writtenTo_leavesTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bytes");
        Files.write(file, new byte[] {1, 2, 3});
        Tensors.map(file, 3).assign(Tensors.zeros(3));
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
    }

    @Test
    void map_ofAMissingFile_isRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> Tensors.map(folder.resolve("none"), 8)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void joins_areAlongTheAxis() {
        Tensor one = Tensors.of(new float[] {1, 2}, 1, 2);
        Tensor other = Tensors.of(new float[] {3, 4}, 1, 2);
        assertThat(Tensors.concatenate(1, one, other).floats()).containsExactly(1, 2, 3, 4);
        assertThat(Tensors.stack(2, List.of(one, other)).floats()).containsExactly(1, 3, 2, 4);
    }

    @Test
    void where_choosesByTheCondition() {
        Tensor x = Tensors.of(new float[] {-1, 0, 1}, 3);
        assertThat(Tensors.where(x.atLeast(0), x, Tensors.full(7, 3)).floats()).containsExactly(7, 0, 1);
    }
}
