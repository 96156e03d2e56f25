package aerate.training.metrics;

import aerate.film.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Predictions made for the tests. */
final class Predictions {
    private Predictions() {}

    static Prediction of(int number, String patient, boolean sick, double probability) {
        Label label = sick ? Label.PNEUMONIA : Label.NORMAL;
        Optional<String> subtype = sick ? Optional.of(number % 3 == 0 ? "virus" : "bacteria") : Optional.empty();
        return new Prediction("film-" + number, patient, label, subtype, probability);
    }

    /** Films of patients with {@code filmsEach} of them, fairly well told apart, probabilities with ties. */
    static List<Prediction> random(int patients, int filmsEach, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Prediction> predictions = new ArrayList<>();
        for (int patient = 0; patient < patients; patient++) {
            boolean sick = random.nextDouble() < 0.6;
            for (int film = 0; film < filmsEach; film++) {
                double score = (sick ? 0.35 : 0) + 0.65 * random.nextDouble();
                predictions.add(of(predictions.size(), "p" + patient, sick, Math.round(score * 200) / 200.0));
            }
        }
        return predictions;
    }
}
