package aerate.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.tensor.Generator;
import aerate.tensor.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SomeOfTest {
    private static final int DRAWS = 2000;
    private static final List<Augmentation> FIVE = List.of(
            new Affine(10, 0, 0, 0),
            new Affine(0, 0.1, 0, 0),
            new Noise(Optional.empty(), new Range(0, 0.1)),
            new Blur(Optional.empty(), new Range(0, 1)),
            new Exposure(0.1, 0, 0));

    @Test
    void drawn_areAsManyAsWanted_differentOnes_inTheirOrder() {
        for (List<Augmentation> drawn : draws(new SomeOf(Optional.empty(), 3, FIVE))) {
            assertThat(drawn).hasSize(3).doesNotHaveDuplicates();
            assertThat(drawn).isEqualTo(FIVE.stream().filter(drawn::contains).toList());
        }
    }

    @Test
    void all_isTheList() {
        assertThat(draws(new SomeOf(Optional.empty(), 5, FIVE)))
                .allSatisfy(drawn -> assertThat(drawn).isEqualTo(FIVE));
    }

    @Test
    void each_isDrawnAsOften() {
        List<List<Augmentation>> draws = draws(new SomeOf(Optional.empty(), 2, FIVE));
        for (Augmentation one : FIVE) {
            long times = draws.stream().filter(drawn -> drawn.contains(one)).count();
            assertThat(times).isBetween(690L, 910L); // 800 with a deviation of 22
        }
    }

    @Test
    void partsOwnProbability_appliesAfterTheDraw() {
        Noise rare = new Noise(Optional.of(0.3), new Range(0, 0.1));
        SomeOf all = new SomeOf(Optional.empty(), 2, List.of(rare, FIVE.get(0)));
        long times = draws(all).stream().filter(drawn -> drawn.contains(rare)).count();
        assertThat(times).isBetween(500L, 700L); // 600 with a deviation of 20
        assertThat(draws(all)).allSatisfy(drawn -> assertThat(drawn).contains(FIVE.get(0)));
    }

    @Test
    void ownProbability_isThatOfAny() {
        List<List<Augmentation>> draws = draws(new SomeOf(Optional.of(0.3), 2, FIVE));
        assertThat(draws.stream().filter(drawn -> drawn.size() == 2).count()).isBetween(500L, 700L);
        assertThat(draws.stream().filter(List::isEmpty).count()).isBetween(1300L, 1500L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void countOutOfRange_isRefused(int count) {
        assertThatThrownBy(() -> new SomeOf(Optional.empty(), count, FIVE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("some-of.count must be in [1, 5], was " + count);
    }

    private static List<List<Augmentation>> draws(Augmentation augmentation) {
        List<List<Augmentation>> draws = new ArrayList<>();
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(11)) {
            for (int i = 0; i < DRAWS; i++) {
                draws.add(augmentation.drawn(random));
            }
        }
        return draws;
    }
}
