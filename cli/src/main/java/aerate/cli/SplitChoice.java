package aerate.cli;

import aerate.film.FilmSource;
import aerate.film.LabelledFilm;
import aerate.film.Split;
import aerate.training.TrainedOn;
import java.util.List;

/** Which films of a collection a command is about. */
enum SplitChoice {
    TRAIN,
    VALIDATION,
    TEST,
    ALL;

    /**
     * The films of this choice, by the split that the model's training made.
     *
     * @throws IllegalArgumentException if there are none
     */
    List<LabelledFilm> films(FilmSource source, TrainedOn trainedOn) {
        List<LabelledFilm> films =
                this == ALL ? source.films() : trainedOn.split().split(source).get(Split.valueOf(name()));
        if (films.isEmpty()) {
            throw new IllegalArgumentException(source.name() + ": there are no films in the " + name() + " part");
        }
        return films;
    }
}
