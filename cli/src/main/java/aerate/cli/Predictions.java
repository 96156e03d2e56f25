package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmSource;
import aerate.film.LabelledFilm;
import aerate.film.UnreadableFilmException;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Diagnosis;
import aerate.training.metrics.Prediction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;

/**
 * What a classifier says of labelled films.
 *
 * @param readable one prediction for each film that could be read
 * @param unreadable name of each other film, and why not
 */
record Predictions(List<Prediction> readable, Map<String, String> unreadable) {
    private static final int CHUNK = 64; // films in memory at a time

    Predictions {
        readable = List.copyOf(readable);
        unreadable = Collections.unmodifiableMap(new LinkedHashMap<>(unreadable));
    }

    static Predictions of(Classifier classifier, FilmSource source, List<LabelledFilm> films) {
        List<Prediction> readable = new ArrayList<>();
        Map<String, String> unreadable = new LinkedHashMap<>();
        try (ProgressBar bar = ProgressBars.of("diagnosing", films.size(), "films")) {
            for (int from = 0; from < films.size(); from += CHUNK) {
                List<LabelledFilm> chunk = films.subList(from, Math.min(films.size(), from + CHUNK));
                readable.addAll(predictions(classifier, read(source, chunk, unreadable)));
                bar.stepBy(chunk.size());
            }
        }
        return new Predictions(readable, unreadable);
    }

    private static Map<LabelledFilm, Film> read(
            FilmSource source, List<LabelledFilm> chunk, Map<String, String> unreadable) {
        Map<LabelledFilm, Film> films = new LinkedHashMap<>();
        for (LabelledFilm labelled : chunk) {
            try {
                films.put(labelled, source.read(labelled));
            } catch (UnreadableFilmException e) {
                unreadable.put(labelled.name(), e.getMessage());
            }
        }
        return films;
    }

    private static List<Prediction> predictions(Classifier classifier, Map<LabelledFilm, Film> films) {
        Iterator<Diagnosis> diagnoses =
                classifier.diagnose(List.copyOf(films.values())).iterator();
        return films.keySet().stream()
                .map(film -> new Prediction(
                        film.name(),
                        film.patient(),
                        film.label(),
                        film.subtype(),
                        diagnoses.next().probability()))
                .toList();
    }
}
