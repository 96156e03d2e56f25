package aerate.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parity with scikit-learn; the numbers and their maker: metrics_golden.json, metrics_golden.py. */
class EvaluationGoldenTest {
    static List<Named<JsonNode>> cases() throws IOException {
        try (var json = EvaluationGoldenTest.class.getResourceAsStream("metrics_golden.json")) {
            JsonNode golden = new ObjectMapper().readTree(json);
            return StreamSupport.stream(golden.get("cases").spliterator(), false)
                    .map(single -> Named.of(single.get("name").asText(), single))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void figures_equalScikitLearns(JsonNode golden) {
        Evaluation evaluation = evaluate(golden);
        equal(evaluation.accuracy().value(), golden, "accuracy");
        equal(evaluation.sensitivity().value(), golden, "sensitivity");
        equal(evaluation.specificity().value(), golden, "specificity");
        equal(evaluation.positivePredictiveValue().value(), golden, "positivePredictiveValue");
        equal(evaluation.negativePredictiveValue().value(), golden, "negativePredictiveValue");
        equal(evaluation.f1().value(), golden, "f1");
        equal(evaluation.auroc().value(), golden, "auroc");
        equal(evaluation.auprc().value(), golden, "auprc");
        equal(evaluation.brier(), golden, "brier");
        equal(evaluation.calibrationError(), golden, "calibrationError");
        JsonNode counts = golden.get("confusion");
        assertThat(evaluation.confusion())
                .isEqualTo(new Confusion(
                        counts.get("tp").asInt(),
                        counts.get("fp").asInt(),
                        counts.get("tn").asInt(),
                        counts.get("fn").asInt()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void roc_isScikitLearnsWithoutPointsInsideStraightStretches(JsonNode golden) {
        List<Curves.RocPoint> roc = evaluate(golden).curves().roc();
        List<double[]> expected = points(golden.get("roc"));
        assertThat(roc)
                .allSatisfy(point -> assertThat(expected)
                        .anySatisfy(known -> assertThat(known)
                                .containsExactly(
                                        new double[] {point.falsePositiveRate(), point.sensitivity()}, within(1e-12))));
        double area = 0;
        for (int i = 1; i < roc.size(); i++) {
            double width = roc.get(i).falsePositiveRate() - roc.get(i - 1).falsePositiveRate();
            area += width * (roc.get(i).sensitivity() + roc.get(i - 1).sensitivity()) / 2;
        }
        equal(area, golden, "auroc");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void precision_isScikitLearnsUpToFullRecall(JsonNode golden) {
        List<Curves.PrecisionPoint> precision = evaluate(golden).curves().precision();
        List<double[]> expected = points(golden.get("precision"));
        for (int i = 0; i < precision.size(); i++) {
            var point = precision.get(i);
            assertThat(new double[] {point.recall(), point.precision()})
                    .containsExactly(expected.get(i), within(1e-12));
        }
        assertThat(precision.get(precision.size() - 1).recall()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reliability_isScikitLearns(JsonNode golden) {
        List<ReliabilityBin> bins = evaluate(golden).curves().reliability();
        List<double[]> expected = points(golden.get("reliability"));
        assertThat(bins).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(new double[] {bins.get(i).probability(), bins.get(i).share()})
                    .containsExactly(expected.get(i), within(1e-12));
        }
    }

    private static Evaluation evaluate(JsonNode golden) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < golden.get("sick").size(); i++) {
            boolean sick = golden.get("sick").get(i).asInt() == 1;
            predictions.add(Predictions.of(
                    i, "p" + i, sick, golden.get("probability").get(i).asDouble()));
        }
        return Evaluation.of(predictions, golden.get("threshold").asDouble(), 1);
    }

    private static void equal(double value, JsonNode golden, String key) {
        assertThat(value).as(key).isCloseTo(golden.get(key).asDouble(), within(1e-12));
    }

    private static List<double[]> points(JsonNode json) {
        List<double[]> points = new ArrayList<>();
        json.forEach(point ->
                points.add(new double[] {point.get(0).asDouble(), point.get(1).asDouble()}));
        return points;
    }
}
