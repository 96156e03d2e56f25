package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.tensor.DataType;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafetensorsTest {
    @TempDir
    private Path folder;

    private Path file;
    private Scope scope;

    @BeforeEach
    void openScope() {
        scope = Scope.open();
        file = folder.resolve("weights.safetensors");
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @ParameterizedTest
    @EnumSource(DataType.class)
    void writeThenRead_isIdentity(DataType type) throws IOException {
        Tensor values = Tensors.of(new float[] {0, 1, 2, 100, 7, 0}, 2, 3).to(type);
        Safetensors.write(file, Map.of("values", values));
        Tensor read = Safetensors.read(file).get("values");
        assertThat(read.type()).isEqualTo(type);
        assertThat(read.shape()).containsExactly(2, 3);
        assertThat(read.floats()).containsExactly(values.floats());
    }

    @Test
    void oddShapes_areKept() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("scalar", Tensors.of(new float[] {-0.5f}));
        tensors.put("empty", Tensors.zeros(0, 3));
        tensors.put("byte", Tensors.of(new byte[] {-1}, 1));
        tensors.put("häßlich \"名\" \\n", Tensors.full(4, 1, 1, 1, 1, 1));
        Safetensors.write(file, tensors);
        Map<String, Tensor> read = Safetensors.read(file);
        assertThat(read).containsOnlyKeys(tensors.keySet());
        tensors.forEach((name, tensor) -> {
            assertThat(read.get(name).shape()).isEqualTo(tensor.shape());
            assertThat(read.get(name).floats()).isEqualTo(tensor.floats());
        });
    }

    @Test
    void noTensors_areAFileToo() throws IOException {
        Safetensors.write(file, Map.of());
        assertThat(Safetensors.read(file)).isEmpty();
    }

    @Test
    void transposedAndChannelsLastTensors_areWrittenInTheirOrder() throws IOException {
        Tensor maps = GoldenNumbers.noise(1, 1, 0, 2, 3, 4, 5);
        Safetensors.write(file, Map.of("last", maps.channelsLast(), "transposed", maps.transpose(1, 3)));
        Map<String, Tensor> read = Safetensors.read(file);
        assertThat(read.get("last").floats()).isEqualTo(maps.floats());
        assertThat(read.get("transposed").floats())
                .isEqualTo(maps.transpose(1, 3).floats());
    }

    @Test
    void writing_overALongerFile_leavesNothingOfIt() throws IOException {
        Safetensors.write(file, Map.of("long", Tensors.zeros(1000)));
        Safetensors.write(file, Map.of("short", Tensors.zeros(1)));
        assertThat(Safetensors.read(file)).containsOnlyKeys("short");
        assertThat(Files.size(file)).isLessThan(200);
    }

    /** What the format's own library asks of a file, and what lets tensors be read where they lie. */
    @Test
    void tensors_areAlignedAndCoverTheRestOfTheFile() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (DataType type : DataType.values()) {
            tensors.put(type.name(), Tensors.full(1, 3).to(type));
        }
        Safetensors.write(file, tensors);
        byte[] bytes = Files.readAllBytes(file);
        int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertThat((8 + length) % 64).isZero();
        JsonNode header = Json.MAPPER.readTree(new String(bytes, 8, length, StandardCharsets.UTF_8));
        List<long[]> spans = new ArrayList<>();
        header.properties().forEach(entry -> {
            long from = entry.getValue().at("/data_offsets/0").asLong();
            assertThat(from % DataType.valueOf(entry.getKey()).bytes()).isZero();
            spans.add(new long[] {from, entry.getValue().at("/data_offsets/1").asLong()});
        });
        spans.sort(Comparator.comparingLong(span -> span[0]));
        long end = 0;
        for (long[] span : spans) {
            assertThat(span[0]).isEqualTo(end);
            end = span[1];
        }
        assertThat(8 + length + end).isEqualTo(bytes.length);
    }

    @Test
    void reading_leavesNoNativeObjects() throws IOException {
        Safetensors.write(file, Map.of("values", Tensors.zeros(10)));
        readInItsOwnScope();
        long before = Libtorch.liveObjects();
        for (int i = 0; i < 50; i++) {
            readInItsOwnScope();
        }
        assertThat(Libtorch.liveObjects()).isEqualTo(before);
    }

    private void readInItsOwnScope() throws IOException {
        try (Scope inner = Scope.open()) {
            assertThat(Safetensors.read(file)).hasSize(1);
        }
    }
}
