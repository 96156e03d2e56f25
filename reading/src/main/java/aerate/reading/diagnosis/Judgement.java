package aerate.reading.diagnosis;

import aerate.film.Label;
import aerate.network.Manifest;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the scores of one model become a diagnosis: softmax of the logits over the temperature, then the threshold.
 *
 * @param temperature above 0
 */
record Judgement(String model, String weightsHash, double temperature, Manifest.OperatingPoint operatingPoint) {
    private static final Manifest.OperatingPoint NONE_CHOSEN =
            new Manifest.OperatingPoint(0.5, "by default: the checkpoint names no operating point");

    static Judgement of(Manifest manifest, String weightsHash) {
        double temperature =
                manifest.calibration().map(Manifest.Calibration::temperature).orElse(1.0);
        return new Judgement(
                manifest.name(),
                weightsHash,
                temperature,
                manifest.operatingPoint().orElse(NONE_CHOSEN));
    }

    /**
     * The diagnosis that follows from a film's scores.
     *
     * @param logits by {@link Label#index()}
     * @throws ArithmeticException if a score is no finite number
     */
    Diagnosis of(String source, float[] logits) {
        List<Double> scores = IntStream.range(0, logits.length)
                .mapToObj(i -> (double) logits[i])
                .toList();
        if (!scores.stream().allMatch(Double::isFinite)) {
            throw new ArithmeticException(
                    "the scores of " + source + " by " + model + " must be finite numbers, were " + scores);
        }
        double probability = probability(scores);
        Label verdict = probability >= operatingPoint.threshold() ? Label.PNEUMONIA : Label.NORMAL;
        return new Diagnosis(source, probability, scores, verdict, operatingPoint, model, weightsHash);
    }

    private double probability(List<Double> logits) {
        double pneumonia = logits.get(Label.PNEUMONIA.index());
        // Of differences, so that no exponential overflows where it matters: e^∞ gives probability 0, as it should.
        return 1
                / logits.stream()
                        .mapToDouble(logit -> Math.exp((logit - pneumonia) / temperature))
                        .sum();
    }
}
