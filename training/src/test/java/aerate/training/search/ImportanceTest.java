package aerate.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportanceTest {
    /** By hand: groups {1, 3} and {4, 8}: between 16, within 2 + 8. */
    @Test
    void share_isTheVarianceBetweenGroups() {
        assertThat(Importance.share(new double[] {1, 3, 4, 8}, List.of("a", "a", "b", "b")))
                .isEqualTo(16.0 / 26, within(1e-12));
    }

    @Test
    void ranks_ofEquals_areTheirMean() {
        assertThat(Importance.ranks(List.of(5.0, 1.0, 5.0, 9.0))).containsExactly(2.5, 1, 2.5, 4);
    }

    @Test
    void parameterThatDecidesAll_isFirst_andOneThatDecidesNothingHasNoShare() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int rate = 0; rate < 3; rate++) {
            for (int seed = 0; seed < 2; seed++) {
                Map<String, JsonNode> settings = Map.of("rate", IntNode.valueOf(rate), "seed", IntNode.valueOf(seed));
                Trial trial = new Trial(outcomes.size() + 1, settings, "");
                outcomes.add(Grids.came(new Assignment(trial, List.of()), rate));
            }
        }
        List<Importance> importances = Importance.of(outcomes, Goal.LOSS);
        assertThat(importances).containsExactly(new Importance("rate", 1, 6), new Importance("seed", 0, 6));
    }

    @Test
    void parameter_isJudgedByTheTrialsThatHaveItOnly() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<String, JsonNode> settings = i < 2 ? Map.of() : Map.of("momentum", IntNode.valueOf(i));
            outcomes.add(Grids.came(new Assignment(new Trial(i + 1, settings, ""), List.of()), i));
        }
        assertThat(Importance.of(outcomes, Goal.LOSS)).containsExactly(new Importance("momentum", 1, 2));
    }
}
