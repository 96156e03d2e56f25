package aerate.benchmark;

import aerate.film.FilmSources;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import aerate.training.Trainer;
import aerate.training.TrainingListener;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A training run cut down to one stage at full size.
 *
 * @param recipe of the run, its stages put aside
 * @param films a collection
 * @param folder of the run; must have none yet
 */
record FullSizeStage(Path recipe, Path films, Path folder) {
    private static final Duration SAVE_EVERY = Duration.ofMinutes(3); // as `aerate train` does

    /** From the three words of a command line. */
    static FullSizeStage of(String... words) {
        if (words.length != 3) {
            throw new IllegalArgumentException("three words are needed, RECIPE FILMS RUN, were " + words.length);
        }
        return new FullSizeStage(Path.of(words[0]), Path.of(words[1]), Path.of(words[2]));
    }

    /**
     * Trains for some epochs at the setting's size.
     *
     * @param changes of the recipe besides, by key
     */
    void train(Setting setting, int epochs, Map<String, String> changes, TrainingListener listener) throws IOException {
        Map<String, String> all = new HashMap<>(changes);
        all.put("input.size", "" + setting.size());
        all.put("stages", "[{size: " + setting.size() + ", epochs: " + epochs + "}]");
        Recipe cut = Recipes.read(recipe, all);
        Libtorch.threads(setting.threads());
        new Trainer(cut, Device.CPU, SAVE_EVERY, List.of(listener)).train(FilmSources.open(films), folder);
    }
}
