package aerate.training;

import aerate.film.FilmSource;
import aerate.film.Fingerprint;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import aerate.film.PatientSplit;
import aerate.film.Split;
import aerate.film.UnreadableFilmException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The films of a run: their source and which of them serve for what. */
final class TrainingData {
    private final FilmSource source;
    private final Map<Split, List<LabelledFilm>> parts;
    private final String fingerprint;

    private TrainingData(FilmSource source, Map<Split, List<LabelledFilm>> parts, String fingerprint) {
        this.source = source;
        this.parts = parts;
        this.fingerprint = fingerprint;
    }

    /**
     * Divides a collection.
     *
     * @param labels of the films that serve; the others are left out of every part
     * @throws IllegalArgumentException if one of the labels is missing among those that train or validate
     * @throws UnreadableFilmException if what is stored of a film cannot be read
     */
    static TrainingData of(FilmSource source, PatientSplit split, Set<Label> labels) throws UnreadableFilmException {
        Map<Split, List<LabelledFilm>> parts = split.split(source);
        parts.replaceAll((part, films) ->
                films.stream().filter(film -> labels.contains(film.label())).toList());
        for (Label label : labels) {
            require(source.films(), label, source.name() + " has none");
            require(parts.get(Split.TRAIN), label, "the split leaves none for training");
            require(parts.get(Split.VALIDATION), label, "the split leaves none for validation: more patients may help");
        }
        return new TrainingData(source, parts, Fingerprint.of(source));
    }

    private static void require(List<LabelledFilm> films, Label label, String otherwise) {
        if (films.stream().noneMatch(film -> film.label() == label)) {
            throw new IllegalArgumentException("this training needs " + label + " films, but " + otherwise);
        }
    }

    FilmSource source() {
        return source;
    }

    /** SHA-256 over names, labels and contents of the whole collection. */
    String fingerprint() {
        return fingerprint;
    }

    List<LabelledFilm> films(Split part) {
        return parts.get(part);
    }

    int count(Split part) {
        return films(part).size();
    }

    FilmCache decode(Split part, int size) throws UnreadableFilmException {
        return FilmCache.of(source, films(part), size);
    }
}
