package aerate.benchmark;

import aerate.tensor.Device;
import aerate.tensor.Generator;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.training.augmentation.Augmentation;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What augmenting a batch costs, beside the training step that the batch is for. */
final class AugmentationShare {
    private static final int WARMUP = 5;

    /** Four drawn of ten, as strong as would be trained with. */
    private static final String FOUR = """
            [{name: some-of, count: 4, of: [
              {name: affine, rotate: 10, scale: 0.12, translate: 0.06, flip: 0.5},
              {name: elastic, alpha: [100, 400], sigma: 8, field: normal},
              {name: grid-distortion, steps: 5, limit: [-0.2, 0.2], normalized: true},
              {name: optical-distortion, k: [-0.3, 0.3], shift: [0, 0]},
              {name: exposure, gamma: 0.3, contrast: 0.25, brightness: 0.12},
              {name: noise, deviation: [0, 0.05]},
              {name: blur, sigma: [0.3, 1.5]},
              {name: sharpening, amount: [0, 1], sigma: 2},
              {name: clahe, clip: [1, 3], tiles: 8},
              {name: coarse-dropout, holes: [1, 4], side: [0.05, 0.2], fill: 0}]}]
            """;

    private AugmentationShare() {}

    /**
     * Measures and prints a Markdown row for the recipe's own augmentation and one for four drawn of all there are.
     *
     * @param words a recipe
     */
    public static void main(String[] words) throws IOException {
        if (words.length != 1) {
            throw new IllegalArgumentException("one word is needed, RECIPE, were " + words.length);
        }
        Path recipe = Path.of(words[0]);
        Setting setting = Setting.ofProperties();
        Libtorch.threads(setting.threads());
        Batch batch = Batch.draw(setting.batch(), setting.size(), 1);
        try (ThroughAerate step = new ThroughAerate(batch, Libtorch.prefersBfloat16(Device.CPU), 1)) {
            step.training(true);
            measure("the quick recipe's", setting, Recipes.read(recipe, Map.of()), step);
            measure("four drawn of ten", setting, Recipes.read(recipe, Map.of("augmentation", FOUR)), step);
        }
    }

    private static void measure(String which, Setting setting, Recipe recipe, Workload step) {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(1)) {
            Tensor films = random.uniform(setting.batch(), 1, setting.size(), setting.size());
            Comparison times = Comparison.of(
                    Clock.ofProperties(),
                    WARMUP,
                    setting.rounds(),
                    () -> augment(recipe.augmentation(), films, random),
                    step::train);
            System.out.printf(
                    Locale.ROOT,
                    "| augmentation, %s, %d films of %d px | %.1f ms beside a step of %.0f ms: **%.1f %%** |"
                            + " at most 5 %% |%n",
                    which,
                    setting.batch(),
                    setting.size(),
                    1e3 * times.ourMedian(),
                    1e3 * times.rawMedian(),
                    100 * (1 + times.overhead(0.5)));
        }
    }

    private static void augment(List<Augmentation> augmentations, Tensor films, Generator random) {
        try (Scope scope = Scope.open()) {
            Augmentation.apply(augmentations, films, random);
        }
    }
}
