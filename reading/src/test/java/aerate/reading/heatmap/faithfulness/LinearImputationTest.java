package aerate.reading.heatmap.faithfulness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearImputationTest {
    /** The numbers and their maker: imputation_golden.json, heatmap_golden.py. */
    @Test
    void filled_equalsADenseSolutionByNumPy() throws IOException {
        try (var json = LinearImputationTest.class.getResourceAsStream("imputation_golden.json")) {
            JsonNode golden = Json.MAPPER.readTree(json);
            float[] filled = LinearImputation.fill(
                    floats(golden.get("values")),
                    golden.get("width").asInt(),
                    golden.get("height").asInt(),
                    Json.MAPPER.convertValue(golden.get("removed"), boolean[].class));
            assertThat(filled).containsExactly(floats(golden.get("filled")), within(5e-4f));
        }
    }

    @Test
    void nothingRemoved_isTheImageItself() {
        float[] values = {0.1f, 0.4f, 0.9f, 0.2f, 0, 1};
        assertThat(LinearImputation.fill(values, 3, 2, new boolean[6])).isEqualTo(values);
    }

    @Test
    void constantImage_staysConstant_evenWhereOnePixelIsLeft() {
        float[] values = new float[400];
        Arrays.fill(values, 0.3f);
        boolean[] removed = new boolean[400];
        Arrays.fill(removed, true);
        removed[27] = false;
        assertThat(LinearImputation.fill(values, 20, 20, removed)).containsExactly(values, within(2e-3f));
    }

    private static float[] floats(JsonNode node) {
        return Json.MAPPER.convertValue(node, float[].class);
    }
}
