package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimplexNoiseTest {
    private final SimplexNoise field = new SimplexNoise(7);
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void at_isWithinOne_ofMeanZero_andOfItsDeviation() {
        double sum = 0;
        double squares = 0;
        double greatest = 0;
        final int count = 400_000;
        for (int i = 0; i < count; i++) {
            double value = field.at(anywhere(), anywhere(), anywhere());
            sum += value;
            squares += value * value;
            greatest = Math.max(greatest, Math.abs(value));
        }
        assertThat(sum / count).isCloseTo(0, within(0.01));
        assertThat(Math.sqrt(squares / count)).isCloseTo(SimplexNoise.DEVIATION, within(0.004));
        assertThat(greatest).isBetween(0.9, 1.0);
    }

    /** Also across the faces of the tetrahedra, where other corners take over. */
    @Test
    void at_isContinuous() {
        final double step = 1e-6;
        for (int i = 0; i < 200_000; i++) {
            double x = anywhere();
            double y = anywhere();
            double z = anywhere();
            double change = field.at(x + step, y - step, z + step) - field.at(x, y, z);
            assertThat(Math.abs(change)).isLessThan(10 * step);
        }
    }

    @Test
    void at_latticeCorners_isZero_andRepeatsForASeed() {
        assertThat(field.at(0, 0, 0)).isZero();
        assertThat(new SimplexNoise(7).at(1.2, 3.4, -5.6)).isEqualTo(field.at(1.2, 3.4, -5.6));
        assertThat(new SimplexNoise(8).at(1.2, 3.4, -5.6)).isNotEqualTo(field.at(1.2, 3.4, -5.6));
    }

    private double anywhere() {
        return (random.nextDouble() - 0.5) * 400;
    }
}
