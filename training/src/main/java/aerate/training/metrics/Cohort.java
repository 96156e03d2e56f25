package aerate.training.metrics;

import aerate.film.Label;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Predictions in falling order of probability, and the patients they belong to. Sorted once; every figure is then one
 * pass, with a weight per film, so that a resample costs no sorting.
 */
final class Cohort {
    /** The label breaks ties, so that sums do not depend on the order in which predictions come. */
    private static final Comparator<Prediction> FALLING = Comparator.comparingDouble(Prediction::probability)
            .thenComparing(Prediction::label)
            .reversed();

    private final List<Prediction> predictions;
    private final double[] probabilities;
    private final boolean[] sick;
    private final int[] patients;
    private final int patientCount;

    Cohort(List<Prediction> unsorted) {
        predictions = unsorted.stream().sorted(FALLING).toList();
        probabilities =
                predictions.stream().mapToDouble(Prediction::probability).toArray();
        sick = new boolean[predictions.size()];
        TreeMap<String, Integer> numbers = new TreeMap<>();
        predictions.forEach(prediction -> numbers.put(prediction.patient(), 0));
        int next = 0;
        for (var entry : numbers.entrySet()) {
            entry.setValue(next++);
        }
        patients = new int[predictions.size()];
        for (int i = 0; i < patients.length; i++) {
            sick[i] = predictions.get(i).label() == Label.PNEUMONIA;
            patients[i] = Objects.requireNonNull(numbers.get(predictions.get(i).patient()));
        }
        patientCount = next;
    }

    int size() {
        return probabilities.length;
    }

    /** In falling order. */
    double probability(int film) {
        return probabilities[film];
    }

    boolean sick(int film) {
        return sick[film];
    }

    /** Number of the film's patient, from 0, in the order of their pseudonyms. */
    int patient(int film) {
        return patients[film];
    }

    int patientCount() {
        return patientCount;
    }

    Prediction prediction(int film) {
        return predictions.get(film);
    }

    /** Every film once. */
    int[] ones() {
        int[] ones = new int[size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Whether the film is the last of those that share its probability: only there is a threshold possible. */
    boolean endsTie(int film) {
        return film == size() - 1 || probabilities[film] != probabilities[film + 1];
    }
}
