package aerate.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parity with OpenCV, SciPy and NumPy; the numbers and their maker: augmentation_golden.json, augmentation_golden.py. */
class AugmentationGoldenTest {
    private static final int HEIGHT = 20;
    private static final int WIDTH = 24;
    private static final float TOLERANCE = 1e-4f;

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 12, 1.7, elastic-normal",
        "NORMAL, 900, 9, elastic-normal-wide",
        "UNIFORM, 12, 1.7, elastic-uniform"
    })
    void elastic_isTheDefinition(Elastic.Field field, double alpha, double sigma, String name) throws IOException {
        try (Scope scope = Scope.open()) {
            Tensor pixels = field.smoothed(noise(), alpha, sigma);
            assertShows(name, HEIGHT, WIDTH, grid -> Displacement.apply(pixels, grid));
        }
    }

    @ParameterizedTest
    @CsvSource({"true, grid-normalized", "false, grid-pushed"})
    void gridDistortion_isTheDefinition(boolean normalized, String name) throws IOException {
        GridDistortion distortion = new GridDistortion(Optional.empty(), 4, new Range(-0.3, 0.3), normalized);
        try (Scope scope = Scope.open()) {
            Tensor pixels = distortion.field(
                    WIDTH, HEIGHT, new double[] {1.3, 0.7, 1.1, 0.8}, new double[] {0.75, 1.2, 1.25, 0.9});
            assertShows(name, HEIGHT, WIDTH, grid -> Displacement.apply(pixels, grid));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0, 0, optical-barrel", "-0.4, 0, 0, optical-pincushion", "0.3, 0.1, -0.2, optical-shifted"})
    void opticalDistortion_isOpenCvsCamera(double k, double right, double down, String name) throws IOException {
        assertShows(name, HEIGHT, WIDTH, grid -> OpticalDistortion.distort(grid, k, right, down));
    }

    @Test
    void affine_isOpenCvsMatrix() throws IOException {
        assertShows("affine", WIDTH, WIDTH, AugmentationGoldenTest::turned);
    }

    @Test
    void composedMaps_areOneInterpolation() throws IOException {
        assertShows("affine-then-optical", WIDTH, WIDTH, grid -> turned(OpticalDistortion.distort(grid, 0.3, 0, 0)));
    }

    @Test
    void blur_isOpenCvs() throws IOException {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(1)) {
            double sigma = 1.7 * Blur.SIDE / HEIGHT; // of a film 224 high
            Blur blur = new Blur(Optional.empty(), new Range(sigma, sigma));
            assertEqual("blur", blur.brightness(film(HEIGHT, WIDTH), random), TOLERANCE);
        }
    }

    @Test
    void sharpening_isUnsharpMasking() throws IOException {
        try (Scope scope = Scope.open()) {
            assertEqual("sharpening", Sharpening.sharpen(film(HEIGHT, WIDTH), 0.8, 1.7), TOLERANCE);
        }
    }

    /** To one of 255 greys, whose halves the two may round apart. */
    @ParameterizedTest
    @CsvSource({"64, 64, 3, 4, clahe-even", "59, 61, 4, 4, clahe-uneven", "64, 48, 40, 2, clahe-steep"})
    void clahe_isOpenCvs(int height, int width, double clip, int tiles, String name) throws IOException {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(1)) {
            Clahe clahe = new Clahe(Optional.empty(), new Range(clip, clip), tiles);
            assertEqual(name, clahe.brightness(film(height, width), random), 1.01f / 255);
        }
    }

    private static Tensor turned(Tensor grid) {
        return AffineMap.apply(List.of(AffineMap.of(Math.toRadians(-25), 1.2, false, 0, 0)), grid);
    }

    /** That a film looked at through a map is as expected. */
    private static void assertShows(String name, int height, int width, UnaryOperator<Tensor> map) throws IOException {
        try (Scope scope = Scope.open()) {
            Tensor coordinates = map.apply(Grid.of(1, height, width));
            assertEqual(name, Functions.sampleGrid(film(height, width), coordinates), TOLERANCE);
        }
    }

    private static void assertEqual(String name, Tensor film, float tolerance) throws IOException {
        try (var json = AugmentationGoldenTest.class.getResourceAsStream("augmentation_golden.json")) {
            JsonNode values = new ObjectMapper().readTree(json).get(name);
            float[] expected = new float[values.size()];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = (float) values.get(i).asDouble();
            }
            assertThat(film.floats()).containsExactly(expected, within(tolerance));
        }
    }

    /** The maker's formula. */
    private static Tensor film(int height, int width) {
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) {
            int x = i % width;
            int y = i / width;
            values[i] =
                    (float) (0.5 + 0.3 * Math.sin(0.31 * x) * Math.cos(0.23 * y) + 0.15 * Math.sin(1.1 * x + 0.7 * y));
        }
        return Tensors.of(values, 1, 1, height, width);
    }

    /** The maker's formula. */
    private static Tensor noise() {
        float[] values = new float[2 * HEIGHT * WIDTH];
        for (int i = 0; i < values.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH % HEIGHT;
            int c = i / WIDTH / HEIGHT;
            values[i] = (float) Math.sin(1.7 + 3.1 * c + 12.9898 * x + 78.233 * y);
        }
        return Tensors.of(values, 1, 2, HEIGHT, WIDTH);
    }
}
