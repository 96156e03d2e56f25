package aerate.benchmark;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Which share of its stage at full size a training run spends outside of its steps. */
final class EpochShare {
    private static final int EPOCHS = 4; // as the quick recipe's last stage has: films are decoded once for all of them

    private EpochShare() {}

    /**
     * Trains and prints two Markdown rows.
     *
     * @param words a recipe, a folder of films, a folder for the run
     */
    public static void main(String[] words) throws IOException {
        Setting setting = Setting.ofProperties();
        Timeline timeline = new Timeline(System::nanoTime);
        FullSizeStage.of(words).train(setting, EPOCHS, Map.of(), timeline);
        System.out.printf(
                Locale.ROOT,
                "| time outside of steps, %d epochs at %d px | reading %.1f s, augmenting and logging %.1f s,"
                        + " steps %.1f s: **%.1f %%** | at most 5 %% |%n",
                EPOCHS,
                setting.size(),
                timeline.reading(),
                timeline.between(),
                timeline.steps(),
                100 * timeline.shareOutside());
        System.out.printf(
                Locale.ROOT,
                "| apart from that: validation, checkpoints, log | %.1f s | stated |%n",
                timeline.validating());
    }
}
