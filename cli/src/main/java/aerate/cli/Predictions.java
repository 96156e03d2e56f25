package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmSource;
import aerate.film.LabelledFilm;
import aerate.film.UnreadableFilmException;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Diagnosis;
import aerate.training.metrics.Prediction;
import java.util.ArrayList;
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

    static Predictions of(Classifier classifier, FilmSource source, List<LabelledFilm> films) {
        Predictions predictions = new Predictions(new ArrayList<>(), new LinkedHashMap<>());
        try (ProgressBar bar = Bars.of("diagnosing", films.size(), "films")) {
            for (int from = 0; from < films.size(); from += CHUNK) {
                List<LabelledFilm> chunk = films.subList(from, Math.min(films.size(), from + CHUNK));
                predictions.add(classifier, source, chunk);
                bar.stepBy(chunk.size());
            }
        }
        return predictions;
    }

    private void add(Classifier classifier, FilmSource source, List<LabelledFilm> chunk) {
        List<LabelledFilm> read = new ArrayList<>();
        List<Film> films = new ArrayList<>();
        for (LabelledFilm labelled : chunk) {
            try {
                films.add(source.read(labelled));
                read.add(labelled);
            } catch (UnreadableFilmException e) {
                unreadable.put(labelled.name(), e.getMessage());
            }
        }
        List<Diagnosis> diagnoses = classifier.diagnose(films);
        for (int i = 0; i < read.size(); i++) {
            LabelledFilm film = read.get(i);
            readable.add(new Prediction(
                    film.name(),
                    film.patient(),
                    film.label(),
                    film.subtype(),
                    diagnoses.get(i).probability()));
        }
    }
}
