package aerate.reading.diagnosis;

import aerate.film.Label;
import aerate.network.Manifest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model says of a film, and which model that was.
 *
 * @param source of the film
 * @param probability of pneumonia in [0, 1], calibrated
 * @param logits the class scores that it comes from, before calibration and softmax, by {@link Label#index()}
 * @param verdict pneumonia if the probability is at least the operating point's threshold
 * @param operatingPoint the threshold and how it was chosen
 * @param typicality whether the film is like those that the model knows, where its checkpoint tells
 * @param model name of the checkpoint
 * @param weightsHash SHA-256 of its weights; of models that judge together, names and hashes are joined by " + "
 */
public record Diagnosis(
        String source,
        double probability,
        List<Double> logits,
        Label verdict,
        Manifest.OperatingPoint operatingPoint,
        Optional<Typicality> typicality,
        String model,
        String weightsHash) {
    public Diagnosis {
        Objects.requireNonNull(source);
        Objects.requireNonNull(operatingPoint);
        Objects.requireNonNull(typicality);
        Objects.requireNonNull(model);
        Objects.requireNonNull(weightsHash);
        logits = List.copyOf(logits);
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
        }
        Label expected = probability >= operatingPoint.threshold() ? Label.PNEUMONIA : Label.NORMAL;
        if (verdict != expected) {
            throw new IllegalArgumentException("verdict must be " + expected + " for a probability of " + probability
                    + " at a threshold of " + operatingPoint.threshold() + ", was " + verdict);
        }
    }

    /** Whether nobody should believe the verdict, for the film is unlike those that the model knows. */
    public boolean unlike() {
        return typicality.map(Typicality::unlike).orElse(false);
    }
}
