package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Film;
import aerate.film.Similarity;
import aerate.film.phantom.PhantomSource;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StructuralLossTest {
    private static final int SIZE = 48;

    private final Scope scope = Scope.open();
    private final Generator random = Generator.seeded(3);

    @AfterEach
    void free() {
        random.close();
        scope.close();
    }

    @Test
    void similarity_isThatOfFilms() {
        PhantomSource phantoms = PhantomSource.of(2, SIZE, 1);
        Film one = phantoms.read(phantoms.films().get(0));
        Film other = phantoms.read(phantoms.films().get(1));
        double mean = (Similarity.ssim(one, other) + 1) / 2; // of this pair and of a film with itself
        Tensor left = Tensors.stack(0, List.of(tensor(one), tensor(one)));
        Tensor right = Tensors.stack(0, List.of(tensor(other), tensor(one)));
        assertThat(StructuralLoss.similarity(left, right).item()).isCloseTo(mean, within(1e-4));
    }

    private static Tensor tensor(Film film) {
        return Tensors.of(film.values(), 1, film.height(), film.width());
    }

    @Test
    void gradient_isThatOfFiniteDifferences() {
        Tensor one = random.uniform(2, 1, 16, 16);
        Tensor other = random.uniform(2, 1, 16, 16).requiresGradient();
        Tensor along = random.normal(2, 1, 16, 16);
        Tensor gradient = Gradients.of(StructuralLoss.similarity(one, other), other);
        double expected = gradient.times(along).sum().item();
        final double width = 1e-3;
        try (Gradients off = Gradients.off()) {
            double above = StructuralLoss.similarity(one, other.plus(along.times(width)))
                    .item();
            double below = StructuralLoss.similarity(one, other.plus(along.times(-width)))
                    .item();
            assertThat((above - below) / (2 * width)).isCloseTo(expected, within(0.02 * Math.abs(expected)));
        }
    }
}
