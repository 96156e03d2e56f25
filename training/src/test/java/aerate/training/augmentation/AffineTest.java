package aerate.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link Affine} draws; what a map then does is {@link AffineMapTest}'s. */
class AffineTest {
    private static final int FILMS = 2000;

    @Test
    void rotation_isWithinItsAngle() {
        float[] right = imagesOfRight(new Affine(40, 0, 0, 0));
        double widest = 0;
        for (int i = 0; i < FILMS; i++) {
            assertThat(Math.hypot(right[2 * i], right[2 * i + 1])).isCloseTo(1, within(1e-6));
            widest = Math.max(widest, Math.abs(Math.toDegrees(Math.atan2(right[2 * i + 1], right[2 * i]))));
        }
        assertThat(widest).isBetween(39.0, 40.0001);
    }

    @Test
    void scale_isWithinItsRange() {
        float[] right = imagesOfRight(new Affine(0, 0.25, 0, 0));
        float least = Float.MAX_VALUE;
        float greatest = 0;
        for (int i = 0; i < FILMS; i++) {
            least = Math.min(least, right[2 * i]);
            greatest = Math.max(greatest, right[2 * i]);
        }
        assertThat(least).isCloseTo(1 / 1.25f, within(0.01f));
        assertThat(greatest).isCloseTo(1 / 0.75f, within(0.01f));
    }

    @Test
    void translation_isWithinItsShareOfTheSide() {
        float[] right = imagesOfRight(new Affine(0, 0, 0.1, 0));
        for (int axis = 0; axis < 2; axis++) {
            float greatest = 0;
            double sum = 0;
            for (int i = 0; i < FILMS; i++) {
                float shift = right[2 * i + axis] - (axis == 0 ? 1 : 0);
                greatest = Math.max(greatest, Math.abs(shift));
                sum += shift;
            }
            assertThat(greatest).isCloseTo(0.2f, within(0.002f)); // coordinates are 2 wide
            assertThat(sum / FILMS).isCloseTo(0, within(5 * 0.1155 / Math.sqrt(FILMS)));
        }
    }

    @Test
    void flip_comesInItsShareOfFilms() {
        float[] right = imagesOfRight(new Affine(0, 0, 0, 0.3));
        int flipped = 0;
        for (int i = 0; i < FILMS; i++) {
            flipped += right[2 * i] < 0 ? 1 : 0;
        }
        assertThat(flipped).isBetween(500, 700); // 600 with a deviation of 20
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "181; 0; 0; 0;  affine.rotate must be in [0, 180], was 181.0",
                "0; 1; 0; 0;    affine.scale must be in [0, 1), was 1.0",
                "0; 0; -0.1; 0; affine.translate must be in [0, 1), was -0.1",
                "0; 0; 0; NaN;  affine.flip must be in [0, 1], was NaN"
            })
    void settingOutOfRange_isRefused(double rotate, double scale, double translate, double flip, String message) {
        assertThatThrownBy(() -> new Affine(rotate, scale, translate, flip))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    /** Where each of many films' maps sends the point (1, 0): pairs. */
    private static float[] imagesOfRight(Affine affine) {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(4)) {
            Tensor right = Tensors.of(new float[] {1, 0}, 1, 1, 1, 2).plus(Tensors.zeros(FILMS, 1, 1, 1));
            return affine.coordinates(right, random).floats();
        }
    }
}
