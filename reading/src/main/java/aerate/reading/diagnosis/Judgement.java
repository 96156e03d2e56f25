package aerate.reading.diagnosis;

import aerate.network.Manifest;
import java.util.List;

/**
 * How the scores of one model are read: over which temperature, and from which probability as pneumonia.
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
     * Refuses a film's scores that cannot be calculated with.
     *
     * @param logits by {@link aerate.film.Label#index()}
     * @throws ArithmeticException if a score is no finite number
     */
    void requireFinite(String source, List<Double> logits) {
        if (!logits.stream().allMatch(Double::isFinite)) {
            throw new ArithmeticException(
                    "the scores of " + source + " by " + model + " must be finite numbers, were " + logits);
        }
    }
}
