package aerate.training;

import aerate.film.Label;
import aerate.film.WholeFile;
import aerate.network.Json;
import aerate.training.metrics.Prediction;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run's network said after an epoch of films that have no say in the run: neither weights, nor the choice of the
 * epoch, nor calibration, nor threshold depend on them.
 *
 * @param epoch from 1
 * @param threshold chosen on the validation films after this epoch
 * @param predictions in the order of the films
 */
public record Observation(int epoch, double threshold, List<Prediction> predictions) {
    public Observation {
        predictions = List.copyOf(predictions);
    }

    /** Which of the films are called what they are. */
    public boolean[] correct() {
        boolean[] correct = new boolean[predictions.size()];
        for (int film = 0; film < correct.length; film++) {
            Prediction said = predictions.get(film);
            correct[film] = (said.probability() >= threshold) == (said.label() == Label.PNEUMONIA);
        }
        return correct;
    }

    /**
     * The observations in the folder of a run, by epoch.
     *
     * @throws IOException if there are none, or one is damaged
     */
    public static List<Observation> read(Path run) throws IOException {
        Path folder = RunFolder.observed(run);
        List<Observation> observations = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                observations.add(Json.MAPPER.readValue(file.toFile(), Observation.class));
            }
        } catch (JsonProcessingException e) {
            throw new IOException(folder + ": " + Json.reason(e), e);
        }
        return observations;
    }

    /** Writes it; an epoch that is done again after a crash takes the place of what it was. */
    void write(Path run) throws IOException {
        Path folder = RunFolder.observed(run);
        Files.createDirectories(folder);
        WholeFile.write(
                folder.resolve("epoch-%05d.json".formatted(epoch)),
                Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(this));
    }
}
