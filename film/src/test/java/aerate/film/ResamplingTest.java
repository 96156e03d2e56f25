package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {
    private static float[] noise(int size, long seed) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({"10,7,3,2", "7,10,20,31", "5,5,5,9", "1,1,4,4", "9,1,1,9", "300,200,224,224", "2,2,1,1"})
    void resize_constant_isConstant(int width, int height, int newWidth, int newHeight) {
        float[] values = new float[width * height];
        Arrays.fill(values, 0.375f);
        for (float value : Resampling.resize(values, width, height, newWidth, newHeight)) {
            assertThat(value).isEqualTo(0.375f, within(1e-6f));
        }
    }

    @Test
    void resize_toSameSize_isIdentity() {
        float[] values = noise(13 * 9, 1);
        assertThat(Resampling.resize(values, 13, 9, 13, 9)).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource({"12,8,4,4", "30,20,3,2", "64,64,32,16"})
    void shrink_byIntegers_preservesMean(int width, int height, int newWidth, int newHeight) {
        float[] values = noise(width * height, 2);
        float[] shrunk = Resampling.resize(values, width, height, newWidth, newHeight);
        assertThat(mean(shrunk)).isEqualTo(mean(values), within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"10,7,3,2", "11,13,10,12", "100,3,99,2", "17,17,16,1"})
    void shrink_isAreaAverage_asCountedOnTheCommonGrid(int width, int height, int newWidth, int newHeight) {
        float[] values = noise(width * height, 3);
        float[] shrunk = Resampling.resize(values, width, height, newWidth, newHeight);
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                double expected = areaAverage(values, width, height, newWidth, newHeight, x, y);
                assertThat(shrunk[y * newWidth + x]).isEqualTo((float) expected, within(1e-5f));
            }
        }
    }

    /** On a grid of width * newWidth by height * newHeight cells every pixel, old or new, covers whole cells. */
    private static double areaAverage(
            float[] values, int width, int height, int newWidth, int newHeight, int x, int y) {
        double sum = 0;
        for (int v = y * height; v < (y + 1) * height; v++) {
            for (int u = x * width; u < (x + 1) * width; u++) {
                sum += values[(v / newHeight) * width + u / newWidth];
            }
        }
        return sum / ((double) width * height);
    }

    @Test
    void grow_ofALine_isLinearBetweenCentres() {
        float[] grown = Resampling.resize(new float[] {0, 1}, 2, 1, 4, 1);
        assertThat(grown).containsExactly(new float[] {0, 0.25f, 0.75f, 1}, within(1e-6f));
    }

    @Test
    void resize_mirrored_isMirrored() {
        float[] values = noise(10, 4);
        float[] mirrored = new float[10];
        for (int i = 0; i < 10; i++) {
            mirrored[i] = values[9 - i];
        }
        for (int size : new int[] {3, 7, 10, 23}) {
            float[] resized = Resampling.resize(values, 10, 1, size, 1);
            float[] other = Resampling.resize(mirrored, 10, 1, size, 1);
            for (int i = 0; i < size; i++) {
                assertThat(other[size - 1 - i]).isEqualTo(resized[i], within(1e-5f));
            }
        }
    }

    @Test
    void resize_staysWithinTheRangeOfItsValues() {
        float[] values = noise(40 * 30, 5);
        for (float value : Resampling.resize(values, 40, 30, 57, 13)) {
            assertThat(value).isBetween(-1e-6f, 1 + 1e-6f);
        }
    }

    @Test
    void resize_toNothing_isAnError() {
        assertThatThrownBy(() -> Resampling.resize(new float[4], 2, 2, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was 0 x 2");
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
