package aerate.training.ladder;

import aerate.network.Architecture;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a budget of time allows, the same for every step of a ladder.
 *
 * <p>The unit of work is a pass: training on one film of 64 px. A film of another size costs as many as its area says, one
 * that is judged only a third of it. A budget is taken for {@value #PASSES_PER_SECOND} passes a second, shared evenly among
 * the runs. The size is the greatest of 256, 128 and 64 px at which a run can see all training films
 * {@value #LEAST_EPOCHS} times; where none allows that, it is 64 px, and as large a share of the training patients serves
 * as can be seen so often, but at least {@value #LEAST_SHARE}. What is left makes for more epochs, up to the recipe's own.
 * Where that share is less than all, ResNet-18 stands for ResNet-152, and
 * a batch has {@value #SMALL_BATCH} films at most, for steps enough to learn from.
 *
 * @param size of the films in pixels
 * @param share of the training patients
 * @param epochs of a run, at least 1
 */
public record Scale(int size, double share, int epochs) {
    static final int PASSES_PER_SECOND = 60;
    static final int LEAST_EPOCHS = 8;
    static final double LEAST_SHARE = 0.1;
    static final int SMALL_BATCH = 16;
    private static final int[] SIZES = {256, 128, 64};
    private static final double JUDGED = 1 / 3.0;

    public Scale {
        require(size >= 1, "size must be at least 1, was " + size);
        require(share > 0 && share <= 1, "share must be in (0, 1], was " + share);
        require(epochs >= 1, "epochs must be at least 1, was " + epochs);
    }

    /**
     * Of a budget.
     *
     * @param minutes for all runs together, above 0
     * @param training films to learn from, if all serve
     * @param judged films of the other parts, which a run goes through after every epoch
     * @param mostEpochs of the recipes
     */
    public static Scale of(double minutes, int runs, int training, int judged, int mostEpochs) {
        require(minutes > 0, "a budget must be above 0 minutes, was " + minutes);
        double passes = minutes * 60 * PASSES_PER_SECOND / runs;
        for (int size : SIZES) {
            int epochs = (int) (passes / cost(size, training, judged));
            if (epochs >= LEAST_EPOCHS) {
                return new Scale(size, 1, Math.min(epochs, mostEpochs));
            }
        }
        double affordable = (passes / LEAST_EPOCHS - judged * JUDGED) / training;
        double share = Math.round(100 * Math.max(LEAST_SHARE, affordable)) / 100.0;
        int epochs = (int) (passes / cost(64, share * training, judged));
        return new Scale(64, share, Math.max(1, Math.min(epochs, mostEpochs)));
    }

    /** Passes that an epoch takes. */
    private static double cost(int size, double training, int judged) {
        return (training + judged * JUDGED) * size * size / (64 * 64);
    }

    /** A step's recipe at this scale, as YAML. */
    String recipe(Recipe step, long seed) {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("input.size", String.valueOf(size));
        changes.put("stages", "[{size: %d, epochs: %d}]".formatted(size, epochs));
        changes.put("split.training", String.valueOf(share));
        changes.put("seed", String.valueOf(seed));
        if (share < 1) {
            changes.put("batch", String.valueOf(Math.min(step.batch(), SMALL_BATCH)));
        }
        if (share < 1
                && step.network() instanceof Architecture.Classifier classifier
                && classifier.name() == Architecture.Kind.RESNET_152) {
            changes.put("network.name", "resnet18");
        }
        return Recipes.changed(step.name(), Recipes.write(step), changes);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
