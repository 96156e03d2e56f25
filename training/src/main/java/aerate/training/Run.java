package aerate.training;

import aerate.film.Split;
import aerate.network.Checkpoint;
import aerate.network.Manifest;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What stays the same from the first step of a run to its last.
 *
 * @param recipe that it follows
 * @param objective that it minimises
 * @param data that it learns from and is judged by
 * @param inputs how films get to the network
 * @param folder where it lives
 * @param observed part whose films are looked at after every epoch, and have no say
 */
record Run(
        Recipe recipe,
        Objective objective,
        TrainingData data,
        Inputs inputs,
        RunFolder folder,
        Optional<Split> observed) {
    /** Films in a step: the recipe's number, or all where there are fewer. */
    int batch() {
        return Math.min(recipe.batch(), data.count(Split.TRAIN));
    }

    /** Whole batches in an epoch: what does not fill one waits for another epoch, whose order differs. */
    int stepsPerEpoch() {
        return data.count(Split.TRAIN) / batch();
    }

    /** Epochs of all stages. */
    int epochs() {
        return recipe.stages().stream().mapToInt(Stage::epochs).sum();
    }

    /** Steps of all epochs. */
    long steps() {
        return (long) epochs() * stepsPerEpoch();
    }

    /**
     * The learning rate of a step.
     *
     * @param step from 0
     */
    double learningRate(long step) {
        return recipe.optimizer().learningRate() * recipe.schedule().factor(step, steps());
    }

    /**
     * The auto-encoder whose latents the network learns on, where it does.
     *
     * @throws IOException if it cannot be read
     */
    Optional<Checkpoint> autoencoder() throws IOException {
        return recipe.autoencoder().isEmpty()
                ? Optional.empty()
                : Optional.of(Checkpoint.open(Path.of(recipe.autoencoder().get())));
    }

    /** What the checkpoint of a network that was judged at a stage says of itself. */
    Manifest manifest(Stage stage, Score score, Progress progress) {
        return new Manifest(
                Manifest.FORMAT,
                recipe.name(),
                recipe.network(),
                recipe.input().withSize(stage.size()),
                objective.classes(),
                score.calibration(),
                score.operatingPoint(),
                objective.noise(),
                Provenance.of(this, progress).toMap());
    }
}
