package aerate.reading.triage;

import aerate.network.Manifest;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What all entries of a worklist have in common: films that were read otherwise do not belong on it.
 *
 * @param pile the folder of the films
 * @param model name of the checkpoint, or of several
 * @param weightsHash SHA-256 of the weights
 * @param views how often each film was looked at
 * @param operatingPoint from which probability a film is called sick, and how that was chosen
 * @param heatmap what drew the maps over the thumbnails; empty where they have none
 */
public record Heading(
        String pile,
        String model,
        String weightsHash,
        int views,
        Manifest.OperatingPoint operatingPoint,
        Optional<String> heatmap) {
    public Heading {
        Objects.requireNonNull(pile);
        Objects.requireNonNull(model);
        Objects.requireNonNull(weightsHash);
        Objects.requireNonNull(operatingPoint);
        Objects.requireNonNull(heatmap);
    }

    /** Of a pile read by a classifier. */
    public static Heading of(Path pile, Classifier classifier, Optional<Explainer> explainer) {
        return new Heading(
                pile.toString(),
                classifier.model(),
                classifier.weightsHash(),
                classifier.views(),
                classifier.operatingPoint(),
                explainer.map(Explainer::name));
    }
}
