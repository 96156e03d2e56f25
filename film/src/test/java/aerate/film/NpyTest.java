package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files are NumPy's own, from {@code make_fixtures.py}. */
class NpyTest {
    private static byte[] numpys(NpyElement element) throws IOException {
        return Samples.fixture(element.name().toLowerCase(Locale.ROOT) + ".npy");
    }

    @ParameterizedTest
    @EnumSource
    void numpysFile_isRead(NpyElement element) throws IOException {
        Npy array = Npy.parse(numpys(element), "numpy");
        assertThat(array.element()).isEqualTo(element);
        assertThat(array.shape()).containsExactly(2, 3);
        assertThat(array.size()).isEqualTo(6);
        for (int i = 0; i < 6; i++) {
            assertThat(array.at(i)).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @EnumSource
    void written_isNumpysFileToTheByte(NpyElement element) throws IOException {
        assertThat(Npy.of(element, List.of(2, 3), i -> i).bytes()).isEqualTo(numpys(element));
    }

    @ParameterizedTest
    @EnumSource
    void writtenThenRead_isIdentity(NpyElement element, @TempDir Path folder) throws IOException {
        double sign = element == NpyElement.U1 || element == NpyElement.U2 ? 1 : -1;
        Npy array = Npy.of(element, List.of(5, 1, 7), i -> sign * i * 7);
        array.write(folder.resolve("array.npy"));
        Npy read = Npy.read(folder.resolve("array.npy"));
        assertThat(read.shape()).containsExactly(5, 1, 7);
        for (int i = 0; i < 35; i++) {
            assertThat(read.at(i)).isEqualTo(sign * i * 7);
        }
    }

    @Test
    void tupleOfOne_isWrittenAsPythonDoes() {
        byte[] array = Npy.of(NpyElement.F4, List.of(3), i -> i).bytes();
        assertThat(new String(array, StandardCharsets.ISO_8859_1)).contains("'shape': (3,), }");
    }

    @Test
    void extremes_surviveWriting() throws IOException {
        double[] values = {0, 255, Double.NaN, Double.NEGATIVE_INFINITY, Float.MIN_VALUE};
        Npy read = Npy.parse(Npy.of(NpyElement.F4, List.of(5), i -> values[i]).bytes(), "f4");
        for (int i = 0; i < values.length; i++) {
            assertThat(read.at(i)).isEqualTo(Double.valueOf(values[i]));
        }
        Npy wide = Npy.parse(Npy.of(NpyElement.U2, List.of(2), i -> i * 65535).bytes(), "u2");
        assertThat(wide.at(1)).isEqualTo(65535);
    }

    @Test
    void scalarAndEmpty_haveOneAndNoElement() throws IOException {
        assertThat(Npy.parse(Npy.of(NpyElement.F8, List.of(), i -> 4.5).bytes(), "scalar")
                        .at(0))
                .isEqualTo(4.5);
        assertThat(Npy.parse(Npy.of(NpyElement.U1, List.of(0, 3), i -> 1).bytes(), "empty")
                        .size())
                .isZero();
    }

    @Test
    void valueBeyondTheElement_isAnError() {
        assertThatThrownBy(() -> Npy.of(NpyElement.U1, List.of(1), i -> 256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an element of |u1 must be in [0.0, 255.0], was 256.0");
    }

    @Test
    void truncatedOrPadded_isAnErrorWithBothLengths() throws IOException {
        byte[] whole = numpys(NpyElement.F4);
        assertThatThrownBy(() -> Npy.parse(Arrays.copyOf(whole, whole.length - 1), "a.npy"))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessage("a.npy: an array of [2, 3] <f4 must have 24 bytes, had 23");
        assertThatThrownBy(() -> Npy.parse(Arrays.copyOf(whole, whole.length + 1), "a.npy"))
                .hasMessageContaining("had 25");
        assertThatThrownBy(() -> Npy.parse(Arrays.copyOf(whole, 20), "a.npy")).hasMessageContaining("head");
        assertThatThrownBy(() -> Npy.parse(new byte[0], "a.npy")).hasMessageContaining("magic");
    }

    @Test
    void foreignKinds_areErrorsThatNameThem() throws IOException {
        assertThatThrownBy(() -> Npy.parse(with("'<f4'", "'>f4'"), "a")).hasMessageContaining("was >f4");
        assertThatThrownBy(() -> Npy.parse(with("'<f4'", "'|O' "), "a")).hasMessageContaining("was |O");
        assertThatThrownBy(() -> Npy.parse(with("False", "True "), "a")).hasMessageContaining("Fortran");
        assertThatThrownBy(() -> Npy.parse(with("(2, 3)", "(2, x)"), "a")).hasMessageContaining("'shape'");
    }

    @Test
    void shapeBeyondLong_isAnError() {
        byte[] array =
                Npy.of(NpyElement.F8, List.of(111111111, 0, 111111111), i -> 0).bytes();
        byte[] huge = new String(array, StandardCharsets.ISO_8859_1)
                .replace(" 0,", " 111111111,")
                .replace("        ", "")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] padded = Arrays.copyOf(huge, array.length + 8);
        assertThatThrownBy(() -> Npy.parse(padded, "huge")).isInstanceOf(UnreadableFilmException.class);
        assertThatThrownBy(() -> Npy.of(NpyElement.F8, List.of(1 << 30), i -> 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 2^31 - 1 bytes");
    }

    private static byte[] with(String old, String replacement) throws IOException {
        String text = new String(numpys(NpyElement.F4), StandardCharsets.ISO_8859_1);
        return text.replace(old, replacement).getBytes(StandardCharsets.ISO_8859_1);
    }
}
