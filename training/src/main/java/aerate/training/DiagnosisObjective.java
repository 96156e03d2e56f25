package aerate.training;

import aerate.film.Label;
import aerate.film.LabelledFilm;
import aerate.network.Familiarity;
import aerate.network.Manifest;
import aerate.network.Network;
import aerate.network.TrainingScores;
import aerate.tensor.DataType;
import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Precision;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.ParameterTree;
import aerate.training.calibration.Calibrated;
import aerate.training.calibration.TemperatureScaling;
import aerate.training.metrics.Evaluation;
import aerate.training.metrics.Prediction;
import aerate.training.recipe.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Telling normal films from those with pneumonia, by cross-entropy. */
final class DiagnosisObjective implements Objective {
    private static final int KNOWN =
            1024; // films that others are compared with: as good as all, at a fifth of the size
    private static final double AUXILIARY_SHARE = 0.4; // as torchvision's own training of Inception-v3

    private final Task.Diagnosis task;
    private final float[] classWeights;

    /** Of the films that are learnt from, which must have both classes. */
    DiagnosisObjective(Task.Diagnosis task, List<LabelledFilm> training) {
        this.task = task;
        this.classWeights = new float[Label.values().length];
        for (Label label : Label.values()) {
            long count = training.stream().filter(film -> film.label() == label).count();
            float balanced = training.size() / (float) (classWeights.length * count);
            classWeights[label.index()] = task.balanced() ? balanced : 1;
        }
    }

    @Override
    public Tensor loss(ParameterTree network, Tensor films, Tensor labels, Generator random) {
        TrainingScores scores = ((Network) network).trainingScores(films);
        Tensor loss = crossEntropy(scores.scores(), labels);
        return scores.auxiliary().isEmpty()
                ? loss
                : loss.plus(crossEntropy(scores.auxiliary().get(), labels).times(AUXILIARY_SHARE));
    }

    private Tensor crossEntropy(Tensor scores, Tensor labels) {
        Tensor logits = scores.to(DataType.FLOAT32);
        Tensor weights = Tensors.of(classWeights, classWeights.length).to(logits.device());
        return Functions.crossEntropy(logits, labels.to(logits.device()), weights, task.labelSmoothing());
    }

    @Override
    public List<String> classes() {
        return Arrays.stream(Label.values()).map(Label::name).toList();
    }

    @Override
    public Optional<Manifest.Noise> noise() {
        return Optional.empty();
    }

    @Override
    public Score validate(ParameterTree network, FilmCache films, Inputs inputs) {
        return score(films, margins((Network) network, films, inputs));
    }

    @Override
    public List<Prediction> predict(ParameterTree network, FilmCache films, Inputs inputs, Score judged) {
        TemperatureScaling scaling =
                new TemperatureScaling(judged.calibration().orElseThrow().temperature());
        double[] probabilities = Arrays.stream(margins((Network) network, films, inputs))
                .map(scaling::probability)
                .toArray();
        return Calibrated.predictions(films.films(), probabilities);
    }

    /** Score of pneumonia above that of normal, of each film. */
    private static double[] margins(Network network, FilmCache films, Inputs inputs) {
        double[] margins = new double[films.count()];
        for (int[] indices : films.batches()) {
            try (Scope scope = Scope.open();
                    Gradients off = Gradients.off();
                    Precision precision = inputs.precision()) {
                float[] scores =
                        network.forward(inputs.of(films.values(indices))).floats();
                for (int i = 0; i < indices.length; i++) {
                    margins[indices[i]] = (double) scores[2 * i + 1] - scores[2 * i];
                }
            }
        }
        return margins;
    }

    private Score score(FilmCache films, double... margins) {
        Objective.requireFinite(Arrays.stream(margins).sum(), "on the validation films");
        Calibrated calibrated = Calibrated.of(margins, films.films(), task.sensitivity());
        double loss = calibrated.loss();
        Evaluation evaluation = calibrated.evaluation();
        return new Score(
                -loss,
                Map.of(
                        "loss", loss,
                        "accuracy", evaluation.accuracy().value(),
                        "sensitivity", evaluation.sensitivity().value(),
                        "specificity", evaluation.specificity().value(),
                        "auroc", evaluation.auroc().value()),
                Optional.of(new Manifest.Calibration(calibrated.scaling().temperature())),
                Optional.of(calibrated.operatingPoint()));
    }

    @Override
    public Optional<Familiarity> familiarity(
            ParameterTree network, FilmCache training, FilmCache validation, Inputs inputs) {
        FilmCache known = training.some(KNOWN);
        if (known.count() < Familiarity.NEIGHBOURS) {
            return Optional.empty();
        }
        try (Scope scope = Scope.open()) {
            return Optional.of(Familiarity.of(
                    embeddings((Network) network, known, inputs), embeddings((Network) network, validation, inputs)));
        }
    }

    /** What a network sees in films: {@code N x K}, of unit length. */
    static Tensor embeddings(Network network, FilmCache films, Inputs inputs) {
        List<Tensor> embeddings = new ArrayList<>();
        for (int[] indices : films.batches()) {
            try (Scope scope = Scope.open();
                    Gradients off = Gradients.off();
                    Precision precision = inputs.precision()) {
                Tensor features = network.features(inputs.of(films.values(indices)));
                embeddings.add(scope.keep(network.embedding(features)));
            }
        }
        return Tensors.concatenate(0, embeddings.toArray(Tensor[]::new));
    }
}
