package aerate.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EigensystemTest {
    private static final int SIDE = 40;

    private final Scope scope = Scope.open();
    private final Generator random = Generator.seeded(3);

    @AfterEach
    void free() {
        random.close();
        scope.close();
    }

    @Test
    void values_ofAMatrixSolvedByHand_areItsOwnAscending() {
        Tensor matrix = Tensors.of(new double[] {2, 1, 1, 2}, 2, 2);
        Eigensystem solved = Eigensystem.ofSymmetric(matrix);
        assertThat(solved.values().type()).isEqualTo(DataType.FLOAT64);
        assertThat(solved.values().doubles()).containsExactly(new double[] {1, 3}, within(1e-14));
        double root = Math.sqrt(0.5);
        assertThat(solved.vectors().abs().doubles())
                .containsExactly(new double[] {root, root, root, root}, within(1e-14));
    }

    @Test
    void matrix_isWhatItsEigensystemMakes() {
        Tensor half = random.normal(SIDE, SIDE).to(DataType.FLOAT64);
        Tensor matrix = half.matmul(half.transpose(0, 1));
        Eigensystem solved = Eigensystem.ofSymmetric(matrix);
        Tensor made =
                solved.vectors().times(solved.values()).matmul(solved.vectors().transpose(0, 1));
        assertThat(made.minus(matrix).abs().max().item()).isLessThan(1e-11);
        Tensor product = solved.vectors().transpose(0, 1).matmul(solved.vectors());
        assertThat(product.square().sum().item()).isCloseTo(SIDE, within(1e-10));
    }

    @Test
    void matrix_thatIsNotSquare_isRefused() {
        assertThatThrownBy(() -> Eigensystem.ofSymmetric(Tensors.zeros(2, 3))).hasMessageContaining("square");
    }
}
