package aerate.training.recipe;

/**
 * A part of a run at one film size.
 *
 * @param size side of the films in pixels
 * @param epochs passes over the training films
 */
public record Stage(int size, int epochs) {
    public Stage {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1, was " + size);
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, was " + epochs);
        }
    }
}
