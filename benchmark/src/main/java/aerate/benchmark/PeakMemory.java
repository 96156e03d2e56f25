package aerate.benchmark;

import aerate.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The most memory that a training run has ever held: heap, libtorch, the virtual machine itself. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KIBI_PER_GIBI = 1 << 20;

    private PeakMemory() {}

    /**
     * Trains for one epoch and prints a Markdown row.
     *
     * @param words a recipe, a folder of films, a folder for the run
     */
    public static void main(String[] words) throws IOException {
        Setting setting = Setting.ofProperties();
        Map<String, String> changes = Map.of("batch", "" + setting.batch());
        FullSizeStage.of(words).train(setting, 1, changes, new TrainingListener() {});
        System.out.printf(
                Locale.ROOT,
                "| peak resident memory, training with %d films of %d px a step | **%.1f GiB** | stated |%n",
                setting.batch(),
                setting.size(),
                peakKibibytes(Files.readAllLines(STATUS)) / KIBI_PER_GIBI);
    }

    /**
     * The high-water mark of resident memory.
     *
     * @param status lines of Linux's {@code /proc/PID/status}
     */
    static long peakKibibytes(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a process's status must have a line VmHWM, had none"));
    }
}
