package aerate.training.calibration;

import aerate.film.Label;
import aerate.film.LabelledFilm;
import aerate.network.Manifest;
import aerate.training.metrics.Evaluation;
import aerate.training.metrics.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * What makes probabilities and verdicts of a network's margins, fitted on films that it did not learn from.
 *
 * @param scaling from margins to probabilities
 * @param operatingPoint from probabilities to verdicts
 * @param loss mean cross-entropy of the calibrated probabilities, in nats
 * @param evaluation on the same films
 */
public record Calibrated(
        TemperatureScaling scaling, Manifest.OperatingPoint operatingPoint, double loss, Evaluation evaluation) {
    private static final double ERROR_RATE = 0.05;

    /**
     * Fits on films.
     *
     * @param margins sick logit minus normal one, film by film
     * @param films of which some must be normal and some sick
     * @param sensitivity the share of sick films to be found, in (0, 1)
     * @throws IllegalArgumentException if the films are all of one class
     */
    public static Calibrated of(double[] margins, List<LabelledFilm> films, double sensitivity) {
        boolean[] sick = new boolean[margins.length];
        for (int i = 0; i < sick.length; i++) {
            sick[i] = films.get(i).label() == Label.PNEUMONIA;
        }
        for (Label label : Label.values()) {
            if (films.stream().noneMatch(film -> film.label() == label)) {
                throw new IllegalArgumentException(
                        "calibration needs films of both classes, had no " + label + " among " + films.size());
            }
        }
        TemperatureScaling scaling = TemperatureScaling.fit(margins, sick);
        double[] probabilities =
                Arrays.stream(margins).map(scaling::probability).toArray();
        Manifest.OperatingPoint point = operatingPoint(probabilities, films, sick, sensitivity);
        return new Calibrated(
                scaling,
                point,
                scaling.crossEntropy(margins, sick),
                Evaluation.of(predictions(films, probabilities), point.threshold(), 0));
    }

    private static Manifest.OperatingPoint operatingPoint(
            double[] probabilities, List<LabelledFilm> films, boolean[] sick, double sensitivity) {
        int[] positives =
                IntStream.range(0, sick.length).filter(film -> sick[film]).toArray();
        double[] ofSick = Arrays.stream(positives)
                .mapToDouble(film -> probabilities[film])
                .toArray();
        String[] patients = Arrays.stream(positives)
                .mapToObj(film -> films.get(film).patient())
                .toArray(String[]::new);
        OptionalDouble controlled = ConformalRisk.threshold(ofSick, patients, sensitivity);
        long count = Arrays.stream(patients).distinct().count();
        double threshold = controlled.orElseGet(() -> Youden.threshold(probabilities, sick));
        String wanted = String.format(Locale.ROOT, "%.1f %%", 100 * sensitivity);
        String rule = controlled.isPresent()
                ? "a new patient's films are found with a sensitivity of at least " + wanted
                        + ", by conformal risk control over " + count + " sick patients"
                : "greatest sensitivity + specificity, since for " + wanted + " sensitivity with a guarantee " + count
                        + " sick patients are too few";
        String costs = ", on whose films " + share(probabilities, sick, true, threshold)
                + " were found; of the healthy films " + share(probabilities, sick, false, threshold)
                + " were called sick";
        return new Manifest.OperatingPoint(threshold, rule + costs);
    }

    /** The share of a class that is called sick, with its Clopper-Pearson interval of 95 %. */
    private static String share(double[] probabilities, boolean[] sick, boolean of, double threshold) {
        int[] films =
                IntStream.range(0, sick.length).filter(film -> sick[film] == of).toArray();
        int called = (int) Arrays.stream(films)
                .filter(film -> probabilities[film] >= threshold)
                .count();
        Interval interval = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(films.length, called, ERROR_RATE);
        return String.format(
                Locale.ROOT,
                "%.1f %% [%.1f, %.1f]",
                100.0 * called / films.length,
                100 * interval.getLowerBound(),
                100 * interval.getUpperBound());
    }

    /** Labelled films with a probability of pneumonia for each. */
    public static List<Prediction> predictions(List<LabelledFilm> films, double... probabilities) {
        return IntStream.range(0, probabilities.length)
                .mapToObj(i -> {
                    LabelledFilm film = films.get(i);
                    return new Prediction(film.name(), film.patient(), film.label(), film.subtype(), probabilities[i]);
                })
                .toList();
    }
}
