package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedSafetensorsTest {
    private static final int MUTATIONS = 2000;
    private static final byte[] JSON = "0123456789,:[]{}\"-eF".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("weights.safetensors");
    }

    /** Of each tensor of 8 bytes of data: what is wrong, in the message's words, and the entry. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown type     | {'dtype':'F99','shape':[2],'data_offsets':[0,8]}",
                "unknown type     | {'shape':[2],'data_offsets':[0,8]}",
                "unknown type     | 5",
                "offsets          | {'dtype':'F32','shape':[2],'data_offsets':[0,4]}",
                "offsets          | {'dtype':'F32','shape':[3],'data_offsets':[0,12]}",
                "offsets          | {'dtype':'F32','shape':[2],'data_offsets':[8,0]}",
                "offsets          | {'dtype':'F32','shape':[1],'data_offsets':[-4,0]}",
                "offsets          | {'dtype':'F32','shape':[2]}",
                "offsets          | {'dtype':'F32','shape':[2],'data_offsets':['a','b']}",
                "impossible shape | {'dtype':'F32','data_offsets':[0,8]}",
                "offsets          | {'dtype':'F32','shape':[1],'data_offsets':[9223372036854775803,9223372036854775807]}",
                "offsets          | {'dtype':'F32','shape':[2],'data_offsets':[18446744073709551616,18446744073709551624]}",
                "impossible shape | {'dtype':'F32','shape':[-2],'data_offsets':[0,8]}",
                "impossible shape | {'dtype':'F32','shape':[9223372036854775807,2],'data_offsets':[0,8]}",
                "impossible shape | {'dtype':'F32','shape':['x'],'data_offsets':[0,8]}",
                "shape            | {'dtype':'F32','shape':[0,4294967296],'data_offsets':[0,0]}",
                "shape            | {'dtype':'F32','shape':2,'data_offsets':[0,4]}",
            })
    void brokenEntry_isRefusedByName(String rule, String entry) throws IOException {
        write("{\"conv0.weight\":" + entry.replace('\'', '"') + "}", 8);
        assertRefused("conv0.weight", rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not JSON at all", "{\"a\":", "{} {}", "[]", "7", "  "})
    void headerThatIsNoJsonObject_isRefused(String header) throws IOException {
        write(header, 8);
        assertRefused("header");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 11, 99_999_999, Long.MAX_VALUE, Long.MIN_VALUE})
    void headerLengthBeyondTheFile_isRefused(long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(
                file,
                bytes.putLong(length)
                        .put("{}        ".getBytes(StandardCharsets.UTF_8))
                        .array());
        assertRefused("header length", Long.toString(length));
    }

    @Test
    void everyTruncation_isRefused() throws IOException {
        byte[] whole = valid();
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused("not a safetensors file");
        }
    }

    @Test
    void missingFile_isRefused() {
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("weights.safetensors");
    }

    @Test
    void mutatedFiles_areReadOrRefused_andNothingElse() throws IOException {
        byte[] whole = valid();
        long seed = 20231123;
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = whole.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                int at = random.nextInt(whole.length);
                // Half of them stay within JSON's characters, so that more than the parser is tried.
                boolean plausible = random.nextBoolean();
                mutant[at] = plausible ? JSON[random.nextInt(JSON.length)] : (byte) random.nextInt(256);
            }
            Files.write(file, mutant);
            try (Scope scope = Scope.open()) {
                for (Tensor tensor : Safetensors.read(file).values()) {
                    assertThat(tensor.floats()).hasSize((int) tensor.count());
                }
            } catch (IOException expected) {
                assertThat(expected).hasMessageContaining("not a safetensors file");
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", mutation " + i, e);
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS - 1);
    }

    private byte[] valid() throws IOException {
        try (Scope scope = Scope.open()) {
            Safetensors.write(
                    file,
                    Map.of(
                            "a", Tensors.full(1, 2, 3),
                            "b", Tensors.of(new long[] {1, 2}, 2),
                            "c", Tensors.of(new byte[] {1, 2, 3}, 3)));
            return Files.readAllBytes(file);
        }
    }

    private void write(String header, int data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, bytes.putLong(json.length).put(json).array());
    }

    private void assertRefused(String... words) {
        try (Scope scope = Scope.open()) {
            assertThatThrownBy(() -> Safetensors.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContainingAll(words);
        }
    }
}
