package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.tensor.DataType;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file of another writer, unaligned and with metadata; its maker: safetensors_golden.py. */
class SafetensorsGoldenTest {
    private static final float[] VALUES = {-2, -1.25f, -0.5f, 0.25f, 1, 1.75f};

    @Test
    void fileOfAnotherWriter_isReadToTheBit() throws IOException, URISyntaxException {
        Path file = Path.of(getClass().getResource("golden.safetensors").toURI());
        try (Scope scope = Scope.open()) {
            Map<String, Tensor> tensors = Safetensors.read(file);
            assertThat(tensors).hasSize(9);
            equal(tensors.get("mask"), DataType.BOOL, new long[] {5}, 1, 0, 0, 1, 1);
            equal(tensors.get("half"), DataType.FLOAT16, new long[] {2, 3}, VALUES);
            equal(tensors.get("brain"), DataType.BFLOAT16, new long[] {3, 2}, VALUES);
            equal(tensors.get("single"), DataType.FLOAT32, new long[] {1, 2, 3}, VALUES);
            equal(tensors.get("double"), DataType.FLOAT64, new long[] {6}, VALUES);
            equal(tensors.get("short"), DataType.INT16, new long[] {3}, -32768, 0, 32767);
            equal(tensors.get("byte"), DataType.UINT8, new long[] {2, 2}, 0, 1, 128, 255);
            equal(tensors.get("nothing"), DataType.FLOAT32, new long[] {0, 4});
            assertThat(tensors.get("counter").type()).isEqualTo(DataType.INT64);
            assertThat(tensors.get("counter").longs()).containsExactly(-(1L << 40));
        }
    }

    private static void equal(Tensor tensor, DataType type, long[] shape, float... values) {
        assertThat(tensor.type()).isEqualTo(type);
        assertThat(tensor.shape()).isEqualTo(shape);
        assertThat(tensor.floats()).isEqualTo(values);
    }
}
