package aerate.training;

import aerate.film.FilmSource;
import aerate.film.Fingerprint;
import aerate.film.LabelledFilm;
import aerate.film.Split;
import aerate.film.UnreadableFilmException;
import java.util.List;
import java.util.Map;

/** The films of a run: their source and which of them serve for what. */
final class TrainingData {
    private final FilmSource source;
    private final Map<Split, List<LabelledFilm>> parts;
    private final String fingerprint;

    TrainingData(FilmSource source, Map<Split, List<LabelledFilm>> parts) throws UnreadableFilmException {
        this.source = source;
        this.parts = parts;
        this.fingerprint = Fingerprint.of(source);
    }

    FilmSource source() {
        return source;
    }

    Map<Split, List<LabelledFilm>> parts() {
        return parts;
    }

    String fingerprint() {
        return fingerprint;
    }

    int count(Split part) {
        return parts.get(part).size();
    }

    FilmCache decode(Split part, int size) throws UnreadableFilmException {
        return FilmCache.of(source, parts.get(part), size);
    }
}
