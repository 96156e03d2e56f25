package aerate.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.DataType;
import aerate.tensor.Generator;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeatureDistanceTest {
    private final Scope scope = Scope.open();
    private final Generator random = Generator.seeded(4);

    @AfterEach
    void free() {
        random.close();
        scope.close();
    }

    /** Of N(0, 1) and N(m, s²) in each of D dimensions: D (m² + (s − 1)²). */
    @Test
    void frechet_ofNormalSets_isTheClosedForm() {
        Tensor one = random.normal(20_000, 3);
        Tensor other = random.normal(20_000, 3).times(2).plus(1);
        assertThat(FeatureDistance.frechet(one.narrow(0, 0, 1500), other.narrow(0, 0, 1500)))
                .isCloseTo(3 * (1 + 1), within(0.5));
    }

    /** With two films a covariance is a vector's square, and the root's trace a product of lengths. */
    @Test
    void frechet_ofTwoFilmsEach_isThatByHand() {
        Tensor one = Tensors.of(new float[] {0, 0, 2, 0}, 2, 2); // mean (1, 0), C = diag(2, 0)
        Tensor other = Tensors.of(new float[] {0, 1, 0, 5}, 2, 2); // mean (0, 3), C = diag(0, 8)
        assertThat(FeatureDistance.frechet(one, other)).isCloseTo(1 + 9 + 2 + 8, within(1e-9));
        Tensor along = Tensors.of(new float[] {0, 0, 4, 0}, 2, 2); // mean (2, 0), C = diag(8, 0)
        assertThat(FeatureDistance.frechet(one, along)).isCloseTo(1 + 2 + 8 - 2 * 4, within(1e-9));
    }

    @Test
    void frechet_ofASetAndItself_isZero_withFewerFilmsThanFeatures() {
        Tensor few = random.normal(12, 50);
        assertThat(FeatureDistance.frechet(few, few)).isCloseTo(0, within(1e-6));
    }

    /** By the definition, a pair at a time. */
    @Test
    void kernel_isTheUnbiasedEstimateOfTheDefinition() {
        double[][] x = rows(random.normal(5, 3));
        double[][] y = rows(random.normal(4, 3).plus(0.5));
        double expected = pairs(x, x, true) + pairs(y, y, true) - 2 * pairs(x, y, false);
        assertThat(FeatureDistance.kernel(tensor(x), tensor(y))).isCloseTo(expected, within(1e-9));
    }

    @Test
    void kernel_ofSetsAlike_isAboutZero_ofOthersAbove() {
        Tensor one = random.normal(600, 4);
        assertThat(FeatureDistance.kernel(one, random.normal(600, 4))).isCloseTo(0, within(0.05));
        assertThat(FeatureDistance.kernel(one, random.normal(600, 4).plus(1))).isGreaterThan(0.5);
    }

    @Test
    void tooFewFilms_areRefused() {
        Tensor one = Tensors.zeros(1, 3);
        Tensor two = Tensors.zeros(2, 3);
        assertThatThrownBy(() -> FeatureDistance.frechet(one, two)).hasMessageContaining("at least 2 films");
        assertThatThrownBy(() -> FeatureDistance.kernel(two, Tensors.zeros(2, 4)))
                .hasMessageContaining("[2, 3] and [2, 4]");
    }

    @Test
    void distances_leaveNoNativeObject() {
        Tensor one = random.normal(8, 4);
        long before = Libtorch.liveObjects();
        FeatureDistance.frechet(one, one);
        FeatureDistance.kernel(one, one);
        assertThat(Libtorch.liveObjects()).isLessThanOrEqualTo(before);
    }

    private static double pairs(double[][] x, double[][] y, boolean differentOnly) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                if (!differentOnly || i != j) {
                    double product = 0;
                    for (int k = 0; k < x[i].length; k++) {
                        product += x[i][k] * y[j][k];
                    }
                    sum += Math.pow(product / x[i].length + 1, 3);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static double[][] rows(Tensor tensor) {
        double[] all = tensor.to(DataType.FLOAT64).doubles();
        int width = (int) tensor.size(1);
        double[][] rows = new double[(int) tensor.size(0)][width];
        for (int i = 0; i < all.length; i++) {
            rows[i / width][i % width] = all[i];
        }
        return rows;
    }

    private static Tensor tensor(double[][] rows) {
        double[] all = new double[rows.length * rows[0].length];
        for (int i = 0; i < all.length; i++) {
            all[i] = rows[i / rows[0].length][i % rows[0].length];
        }
        return Tensors.of(all, rows.length, rows[0].length);
    }
}
