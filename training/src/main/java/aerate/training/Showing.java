package aerate.training;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.training.augmentation.Augmentation;

/** How training films are shown to a network, epoch by epoch. */
@FunctionalInterface
interface Showing extends AutoCloseable {
    /** The films as an epoch, counted from 0, shows them; called outside of any step. */
    Epoch epoch(int number);

    @Override
    default void close() {}

    /** The films as one epoch shows them. */
    @FunctionalInterface
    interface Epoch {
        /**
         * Some films as the network's input.
         *
         * @param random of the step
         */
        Tensor input(Generator random, int... films);
    }

    /** As the run's recipe has it: augmented anew each time, or in a few variants that are encoded once. */
    static Showing of(Run run, FilmCache films) {
        return run.recipe()
                .variants()
                .<Showing>map(count -> new EncodedVariants(run, films, count))
                .orElse(number -> (random, indices) -> augmented(run, films, random, indices));
    }

    /** Some films, augmented, as the network's input. */
    static Tensor augmented(Run run, FilmCache films, Generator random, int... indices) {
        return run.inputs().of(Augmentation.apply(run.recipe().augmentation(), films.values(indices), random));
    }
}
