package aerate.benchmark;

import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import java.util.Locale;

/** What a training step and an inference cost through Aerate over the same operations called raw. */
final class StepOverhead {
    private static final int WARMUP = 5;
    private static final int INFERENCES = 4; // as many for one training step's time: they are that much shorter

    private StepOverhead() {}

    /** Prints a Markdown row for each. */
    public static void main(String[] words) {
        Setting setting = Setting.ofProperties();
        Libtorch.threads(setting.threads());
        Clock clock = Clock.ofProperties();
        String time = clock.name().toLowerCase(Locale.ROOT) + " time";
        boolean bfloat16 = Libtorch.prefersBfloat16(Device.CPU);
        Batch batch = Batch.draw(setting.batch(), setting.size(), 1);
        try (ThroughAerate ours = new ThroughAerate(batch, bfloat16, 1);
                ThroughBytedeco raw = new ThroughBytedeco(batch, bfloat16, ours)) {
            ours.training(true);
            raw.training(true);
            print(
                    "training step (" + time + ")",
                    setting,
                    Comparison.of(clock, WARMUP, setting.rounds(), ours::train, raw::train));
            ours.training(false);
            raw.training(false);
            int rounds = setting.rounds() * INFERENCES;
            print("inference (" + time + ")", setting, Comparison.of(clock, WARMUP, rounds, ours::infer, raw::infer));
        }
    }

    private static void print(String what, Setting setting, Comparison times) {
        System.out.printf(
                Locale.ROOT,
                "| %s, %d films of %d px | %.1f ms, raw %.1f ms (%.1f films/s): overhead **%.1f %%**,"
                        + " half of %d rounds in %.1f to %.1f %% | at most 3 %% |%n",
                what,
                setting.batch(),
                setting.size(),
                1e3 * times.ourMedian(),
                1e3 * times.rawMedian(),
                setting.batch() / times.ourMedian(),
                100 * times.overhead(0.5),
                times.ours().size(),
                100 * times.overhead(0.25),
                100 * times.overhead(0.75));
    }
}
