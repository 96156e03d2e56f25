package aerate.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void auroc_ofReversedProbabilities_isOneMinusItself(long seed) {
        List<Prediction> predictions = Predictions.random(60, 2, seed);
        List<Prediction> reversed = predictions.stream()
                .map(p -> new Prediction(p.name(), p.patient(), p.label(), p.subtype(), 1 - p.probability()))
                .toList();
        assertThat(evaluate(reversed).auroc().value())
                .isCloseTo(1 - evaluate(predictions).auroc().value(), within(1e-12));
    }

    @Test
    void auroc_ofAllTied_isOneHalf() {
        List<Prediction> tied = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tied.add(Predictions.of(i, "p" + i, i < 3, 0.4));
        }
        Evaluation evaluation = evaluate(tied);
        assertThat(evaluation.auroc().value()).isEqualTo(0.5);
        assertThat(evaluation.auprc().value()).isCloseTo(0.3, within(1e-12));
        assertThat(evaluation.curves().roc()).hasSize(2);
    }

    @Test
    void perfectProbabilities_givePerfectFiguresWithoutSpread() {
        List<Prediction> perfect = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            perfect.add(Predictions.of(i, "p" + i, i % 2 == 0, i % 2 == 0 ? 1 : 0));
        }
        Evaluation evaluation = evaluate(perfect);
        assertThat(estimates(evaluation))
                .allSatisfy(estimate -> assertThat(estimate).isEqualTo(new Estimate(1, 1, 1)));
        assertThat(evaluation.brier()).isZero();
        assertThat(evaluation.calibrationError()).isZero();
        assertThat(evaluation.curves().roc()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void order_ofPredictions_doesNotMatter(long seed) {
        List<Prediction> predictions = new ArrayList<>(Predictions.random(40, 3, seed));
        Evaluation evaluation = evaluate(predictions);
        Collections.shuffle(predictions, new Random(seed));
        assertThat(evaluate(predictions)).isEqualTo(evaluation);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void interval_containsValue(long seed) {
        assertThat(estimates(evaluate(Predictions.random(80, 2, seed))))
                .allSatisfy(estimate -> assertThat(estimate.value()).isBetween(estimate.low(), estimate.high()));
    }

    @Test
    void interval_ofAccuracy_isThatOfTheBinomial() {
        List<Prediction> predictions = Predictions.random(400, 1, 8);
        Estimate accuracy = evaluate(predictions).accuracy();
        double halfWidth = 1.96 * Math.sqrt(accuracy.value() * (1 - accuracy.value()) / predictions.size());
        assertThat(accuracy.high() - accuracy.low()).isCloseTo(2 * halfWidth, within(0.3 * halfWidth));
    }

    @Test
    void interval_whenPatientsHaveCopiesOfOneFilm_isAsWideAsWithOneFilmEach() {
        List<Prediction> single = Predictions.random(60, 1, 3);
        List<Prediction> copies =
                single.stream().flatMap(p -> Stream.generate(() -> p).limit(9)).toList();
        List<Prediction> pretendIndependent = new ArrayList<>();
        for (Prediction p : copies) {
            pretendIndependent.add(
                    new Prediction(p.name(), "p" + pretendIndependent.size(), p.label(), p.subtype(), p.probability()));
        }
        double byPatient = width(evaluate(copies).auroc());
        assertThat(byPatient).isEqualTo(width(evaluate(single).auroc()));
        assertThat(byPatient)
                .isGreaterThan(2 * width(evaluate(pretendIndependent).auroc()));
    }

    @Test
    void oneClass_leavesUndefinedWhatNeedsTwo() throws Exception {
        List<Prediction> healthy = Predictions.random(50, 1, 4).stream()
                .filter(p -> p.subtype().isEmpty())
                .toList();
        Evaluation evaluation = evaluate(healthy);
        assertThat(evaluation.auroc().defined()).isFalse();
        assertThat(evaluation.auprc().defined()).isFalse();
        assertThat(evaluation.sensitivity().defined()).isFalse();
        assertThat(evaluation.specificity().defined()).isTrue();
        assertThat(evaluation.subtypes()).isEmpty();
        assertThat(evaluation.curves().roc()).isEmpty();
        assertThat(json(evaluation).get("auroc").get("value").isNull()).isTrue();
    }

    @Test
    void json_holdsFiguresUnderTheirNames() throws Exception {
        Evaluation evaluation = evaluate(Predictions.random(30, 1, 5));
        JsonNode json = json(evaluation);
        assertThat(json.get("accuracy").get("low").asDouble())
                .isEqualTo(evaluation.accuracy().low());
        assertThat(json.get("confusion").get("truePositive").asInt())
                .isEqualTo(evaluation.confusion().truePositive());
        assertThat(json.get("curves").get("roc").get(0).get("threshold").isNull())
                .isTrue();
    }

    @Test
    void subtypes_countTheSickFilmsOfEach() {
        Evaluation evaluation = evaluate(Predictions.random(90, 1, 6));
        assertThat(evaluation.subtypes())
                .extracting(SubtypeSensitivity::subtype)
                .containsExactly("bacteria", "virus");
        Confusion confusion = evaluation.confusion();
        assertThat(evaluation.subtypes().stream()
                        .mapToInt(SubtypeSensitivity::films)
                        .sum())
                .isEqualTo(confusion.truePositive() + confusion.falseNegative());
        assertThat(evaluation.subtypes().stream()
                        .mapToInt(SubtypeSensitivity::found)
                        .sum())
                .isEqualTo(confusion.truePositive());
    }

    @Test
    void film_atTheThreshold_isCalledSick() {
        List<Prediction> one = List.of(Predictions.of(1, "p", true, 0.5));
        assertThat(Evaluation.of(one, 0.5, 1).confusion()).isEqualTo(new Confusion(1, 0, 0, 0));
    }

    @Test
    void badInput_isNamed() {
        assertThatThrownBy(() -> Predictions.of(1, "p", true, 1.5)).hasMessageContaining("[0, 1], was 1.5");
        assertThatThrownBy(() -> Predictions.of(1, "p", true, Double.NaN)).hasMessageContaining("was NaN");
        assertThatThrownBy(() -> evaluate(List.of())).hasMessageContaining("at least one prediction");
        assertThatThrownBy(() -> Evaluation.of(Predictions.random(2, 1, 1), 1.2, 1))
                .hasMessageContaining("threshold must be in [0, 1], was 1.2");
    }

    private static Evaluation evaluate(List<Prediction> predictions) {
        return Evaluation.of(predictions, 0.5, 7);
    }

    private static List<Estimate> estimates(Evaluation evaluation) {
        return List.of(
                evaluation.accuracy(),
                evaluation.sensitivity(),
                evaluation.specificity(),
                evaluation.positivePredictiveValue(),
                evaluation.negativePredictiveValue(),
                evaluation.f1(),
                evaluation.auroc(),
                evaluation.auprc());
    }

    private static JsonNode json(Evaluation evaluation) throws Exception {
        ObjectMapper mapper = new ObjectMapper().registerModule(new UndefinedAsNull());
        return mapper.readTree(mapper.writeValueAsString(evaluation));
    }

    private static double width(Estimate estimate) {
        return estimate.high() - estimate.low();
    }
}
