package aerate.training;

import aerate.film.FilmSource;
import aerate.film.Fingerprint;
import aerate.film.LabelledFilm;
import aerate.film.Split;
import aerate.network.Checkpoint;
import aerate.network.Familiarity;
import aerate.network.Manifest;
import aerate.network.Network;
import aerate.tensor.Device;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.training.recipe.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A trained classifier is given its temperature, operating point and familiarity anew; its weights stay. Of the collection
 * that it was trained on the validation part serves, of another one, such as a hospital's own, every film.
 *
 * @param source of labelled films
 * @param sensitivity that the operating point is to keep, in (0, 1)
 */
public record Recalibration(FilmSource source, double sensitivity, Device device) {
    /**
     * Writes the checkpoint anew.
     *
     * @param from a classifier's checkpoint
     * @param to where the new one goes; may be the same folder
     * @return what its operating point is now
     * @throws IllegalArgumentException if the sensitivity is none, or the films are all of one class
     * @throws IOException if the checkpoint or a film cannot be read, or the new one not be written
     */
    public Manifest.OperatingPoint write(Path from, Path to) throws IOException {
        Task.Diagnosis task = new Task.Diagnosis(0, false, Optional.of(sensitivity));
        Checkpoint checkpoint = Checkpoint.open(from);
        Manifest manifest = checkpoint.manifest();
        TrainedOn trainedOn = TrainedOn.of(manifest);
        boolean same = trainedOn.split() != null && trainedOn.saw(source);
        Map<Split, List<LabelledFilm>> parts = same
                ? trainedOn.split().split(source)
                : Map.of(Split.TRAIN, List.of(), Split.VALIDATION, source.films());
        int size = manifest.input().size();
        FilmCache known = FilmCache.of(source, parts.get(Split.TRAIN), size);
        FilmCache heldOut = FilmCache.of(source, parts.get(Split.VALIDATION), size);
        DiagnosisObjective objective = new DiagnosisObjective(task, heldOut.films());
        Inputs inputs = Inputs.on(device, manifest.input(), manifest.architecture());
        try (Scope scope = Scope.open();
                Network network = checkpoint.classifier(device)) {
            network.channelsLast();
            Score score = objective.validate(network, heldOut, inputs);
            Optional<Familiarity> familiarity = same
                    ? objective.familiarity(network, known, heldOut, inputs)
                    : familiarity(checkpoint, DiagnosisObjective.embeddings(network, heldOut, inputs));
            try {
                Checkpoint.save(
                        to,
                        manifest.calibrated(
                                score.calibration(), score.operatingPoint(), provenance(manifest, heldOut.count())),
                        network.state(),
                        Checkpoint.Companions.of(familiarity),
                        checkpoint.card() + addendum(score, heldOut.count()));
            } finally {
                familiarity.ifPresent(Familiarity::close);
            }
            return score.operatingPoint().orElseThrow();
        }
    }

    /** The films that the network learnt from are not at hand: what the checkpoint kept of them stays. */
    private Optional<Familiarity> familiarity(Checkpoint checkpoint, Tensor heldOut) throws IOException {
        Optional<Familiarity> old = checkpoint.familiarity(device);
        try {
            return old.map(known -> known.against(heldOut));
        } finally {
            old.ifPresent(Familiarity::close);
        }
    }

    private Map<String, Object> provenance(Manifest manifest, int films) throws IOException {
        Map<String, Object> provenance = new HashMap<>(manifest.provenance());
        provenance.put(
                "calibration",
                Map.of(
                        "data", source.name(),
                        "fingerprint", Fingerprint.of(source),
                        "films", films,
                        "commit", System.getProperty("aerate.commit", "unknown")));
        return provenance;
    }

    private String addendum(Score score, int films) {
        Manifest.OperatingPoint point = score.operatingPoint().orElseThrow();
        return String.format(
                Locale.ROOT,
                "%nCalibrated anew on %d films of %s, which replaces what is said of it above: a film is called pneumonia"
                        + " from a probability of %.4f: %s.%n",
                films,
                source.name(),
                point.threshold(),
                point.chosen());
    }
}
