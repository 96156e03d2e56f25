package aerate.training;

import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import java.util.Map;

/** Recipes of runs of seconds, with all that a recipe can have, so that tests take away rather than add. */
final class ToyRecipes {
    private static final String DIAGNOSIS = """
            name: toy
            task: {name: diagnosis, labelSmoothing: 0.05, balanced: true}
            network: {name: densenet-small, channels: 1, hidden: 0, classes: 2}
            input: {size: 32, mean: 0.4, deviation: 0.25}
            split: {validation: 0.25, test: 0.1, honourGiven: false, seed: 7}
            stages:
              - {size: 16, epochs: 2}
              - {size: 32, epochs: 2}
            batch: 8
            optimizer: {name: adamw, learningRate: 0.003, momentum: 0, weightDecay: 0.01}
            schedule: {name: one-cycle, warmup: 0.3}
            augmentation:
              - {name: affine, rotate: 5, scale: 0.1, translate: 0.05, flip: 0.5}
              - {name: exposure, gamma: 0.1, contrast: 0.1, brightness: 0.05}
            clip: 1
            ema: 0.9
            precision: float32
            seed: 1
            """;

    private static final String DENOISING = """
            name: toy-noise
            task: {name: denoising, schedule: cosine, steps: 100}
            network: {name: unet, size: 16, channels: 1, width: 8, multipliers: [1, 2], blocks: 1, attention: [],
                      heads: 1, dropout: 0.1}
            input: {size: 16, mean: 0.5, deviation: 0.5}
            split: {validation: 0.25, test: 0.1, honourGiven: false, seed: 7}
            stages:
              - {size: 16, epochs: 2}
              - {size: 16, epochs: 2}
            batch: 4
            optimizer: {name: adamw, learningRate: 0.003, momentum: 0, weightDecay: 0.01}
            schedule: {name: cosine, warmup: 0.3}
            clip: 1
            ema: 0.9
            precision: float32
            seed: 1
            """;

    private ToyRecipes() {}

    static Recipe diagnosis(Map<String, String> changes) {
        return Recipes.parse("toy recipe", DIAGNOSIS, changes);
    }

    static Recipe denoising(Map<String, String> changes) {
        return Recipes.parse("toy recipe", DENOISING, changes);
    }
}
