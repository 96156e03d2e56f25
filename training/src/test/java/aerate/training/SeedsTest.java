package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100})
    void permutation_hasEveryNumberOnce(int count) {
        assertThat(Seeds.permutation(count, 5))
                .containsExactlyInAnyOrder(IntStream.range(0, count).toArray());
    }

    @Test
    void permutation_ofAnotherSeed_differs() {
        assertThat(Seeds.permutation(100, 5))
                .isEqualTo(Seeds.permutation(100, 5))
                .isNotEqualTo(Seeds.permutation(100, 6));
    }

    /** Of 6000 permutations of three each of the six comes 1000 times, with a deviation of 29. */
    @Test
    void permutation_everyOrderIsEquallyLikely() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int seed = 0; seed < 6000; seed++) {
            counts.merge(Arrays.toString(Seeds.permutation(3, Seeds.of(1, seed))), 1, Integer::sum);
        }
        assertThat(counts).hasSize(6);
        assertThat(counts.values()).allMatch(count -> Math.abs(count - 1000) < 5 * 29);
    }

    @Test
    void of_differsByEveryPartAndItsPlace() {
        Set<Long> seeds = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            seeds.add(Seeds.of(seed));
            for (long part = 0; part < 10; part++) {
                seeds.add(Seeds.of(seed, part));
                for (long inner = 0; inner < 10; inner++) {
                    seeds.add(Seeds.of(seed, part, inner));
                }
            }
        }
        assertThat(seeds).hasSize(10 + 100 + 1000);
    }
}
