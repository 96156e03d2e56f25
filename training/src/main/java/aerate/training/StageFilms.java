package aerate.training;

import aerate.film.Split;
import aerate.film.UnreadableFilmException;
import aerate.training.recipe.Stage;
import java.util.Optional;

/**
 * The films of a run, decoded at the size of a stage.
 *
 * @param training to learn from
 * @param validation to choose by
 * @param observed to look at only, if the run has such
 */
record StageFilms(FilmCache training, FilmCache validation, Optional<FilmCache> observed) {
    static StageFilms of(Run run, Stage stage) throws UnreadableFilmException {
        Optional<FilmCache> observed = run.observed().isEmpty()
                ? Optional.empty()
                : Optional.of(run.data().decode(run.observed().get(), stage.size()));
        return new StageFilms(
                run.data().decode(Split.TRAIN, stage.size()),
                run.data().decode(Split.VALIDATION, stage.size()),
                observed);
    }
}
