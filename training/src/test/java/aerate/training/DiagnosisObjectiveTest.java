package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.network.DenseNet;
import aerate.network.Inception;
import aerate.network.Network;
import aerate.network.TrainingScores;
import aerate.tensor.Device;
import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.training.recipe.Task;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisObjectiveTest {
    private static final int NORMAL = 9;
    private static final int SICK = 3;
    private static final ToyFilms FILMS = ToyFilms.of(NORMAL, SICK);
    private static final long[] LABELS = {0, 1, 1, 0, 1};

    /** Weighted cross-entropy with smoothing, summed by hand from the network's own scores. */
    @ParameterizedTest
    @CsvSource({"false, 0", "true, 0", "false, 0.2", "true, 0.2"})
    void loss_isTheWeightedCrossEntropy(boolean balanced, double smoothing) {
        Objective objective =
                new DiagnosisObjective(new Task.Diagnosis(smoothing, balanced, Optional.empty()), FILMS.films());
        double[] weights = balanced
                ? new double[] {(NORMAL + SICK) / (2.0 * NORMAL), (NORMAL + SICK) / (2.0 * SICK)}
                : new double[] {1, 1};
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(5);
                Network network = DenseNet.small(1, 0, 2)) {
            network.initialise(random);
            Tensor films = random.normal(LABELS.length, 1, 16, 16);
            float[] scores = network.forward(films).floats();
            double sum = 0;
            double weightSum = 0;
            for (int i = 0; i < LABELS.length; i++) {
                double logSum = Math.log(Math.exp(scores[2 * i]) + Math.exp(scores[2 * i + 1]));
                for (int label = 0; label < 2; label++) {
                    double target = (label == LABELS[i] ? 1 - smoothing : 0) + smoothing / 2;
                    sum += target * weights[label] * (logSum - scores[2 * i + label]);
                }
                weightSum += weights[(int) LABELS[i]];
            }
            Tensor loss = objective.loss(network, films, Tensors.of(LABELS, LABELS.length), random);
            assertThat(loss.item()).isCloseTo(sum / weightSum, within(1e-5));
        }
    }

    @Test
    void loss_ofInception_hasFourTenthsOfItsAuxiliaryHeads() {
        Objective objective = new DiagnosisObjective(new Task.Diagnosis(0, false, Optional.empty()), FILMS.films());
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(5);
                Network network = Inception.v3(1, 0, 2, 0)) {
            network.initialise(random);
            network.training(true);
            Tensor films = random.normal(LABELS.length, 1, 75, 75);
            Tensor labels = Tensors.of(LABELS, LABELS.length);
            TrainingScores scores = network.trainingScores(films);
            double own =
                    Functions.crossEntropy(scores.scores(), labels, null, 0).item();
            double auxiliary = Functions.crossEntropy(scores.auxiliary().orElseThrow(), labels, null, 0)
                    .item();
            double loss = objective.loss(network, films, labels, random).item();
            assertThat(loss).isCloseTo(own + 0.4 * auxiliary, within(1e-4));
        }
    }

    @Test
    void classes_areTheLabelsInTheOrderOfTheScores() {
        assertThat(new DiagnosisObjective(new Task.Diagnosis(0, true, Optional.empty()), FILMS.films()).classes())
                .containsExactly("NORMAL", "PNEUMONIA");
    }

    @Test
    void networkThatGivesNoNumbers_isNotJudged() throws Exception {
        Objective objective = new DiagnosisObjective(new Task.Diagnosis(0, true, Optional.empty()), FILMS.films());
        FilmCache cache = FilmCache.of(FILMS, FILMS.films(), 16);
        Inputs inputs = Inputs.on(Device.CPU, ToyRecipes.diagnosis(Map.of()));
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Network network = DenseNet.small(1, 0, 2)) {
            network.state().values().forEach(tensor -> tensor.assign(Tensors.full(Double.NaN, 1)));
            assertThatThrownBy(() -> objective.validate(network, cache, inputs))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the loss must stay finite, was NaN on the validation films");
        }
    }
}
