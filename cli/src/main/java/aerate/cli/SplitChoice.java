package aerate.cli;

import aerate.film.FilmSource;
import aerate.film.LabelledFilm;
import aerate.film.Split;
import aerate.film.UnreadableFilmException;
import aerate.training.TrainedOn;
import java.util.List;
import java.util.Locale;

/** Which films of a collection a command is about. */
enum SplitChoice {
    TRAIN,
    VALIDATION,
    TEST,
    ALL;

    /** {@code train}, {@code validation}, {@code test} or {@code all}. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The test part of the very collection that a model was trained on, and all of any other, with a warning on standard
     * error.
     *
     * @throws UnreadableFilmException if the collection's content cannot be read
     */
    static SplitChoice byDefault(TrainedOn trainedOn, FilmSource source) throws UnreadableFilmException {
        if (trainedOn.saw(source)) {
            return TEST;
        }
        System.err.println("this is not the very collection that the model was trained on, so all of it is measured;"
                + " if films of that one are among it, the figures flatter: --split test leaves them out");
        return ALL;
    }

    /**
     * The films of this choice, by the split that the model's training made.
     *
     * @throws IllegalArgumentException if there are none, or the model does not say how it divided its own
     */
    List<LabelledFilm> films(FilmSource source, TrainedOn trainedOn) {
        if (this != ALL && trainedOn.split() == null) {
            throw new IllegalArgumentException(
                    "the model does not say how its films were divided: --split must be all");
        }
        List<LabelledFilm> films =
                this == ALL ? source.films() : trainedOn.split().split(source).get(Split.valueOf(name()));
        if (films.isEmpty()) {
            throw new IllegalArgumentException(source.name() + ": there are no films in the " + title() + " part");
        }
        return films;
    }
}
