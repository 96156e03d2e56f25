package aerate.cli;

import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that every command that computes has: on what, with how many threads. */
final class Machine {
    @Option(
            names = "--device",
            defaultValue = "auto",
            paramLabel = "auto|cpu|cuda",
            description = "Where to compute; auto is a GPU where there is one.")
    private String device;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads of one operation; all cores if not given. Use 1 where other work shares the machine.")
    private Integer threads;

    /** Sets the threads up; to be called once, before anything is computed. */
    Device device() {
        Libtorch.withoutNnpack();
        Libtorch.threads(threads == null ? Runtime.getRuntime().availableProcessors() : threads);
        return Device.of(device);
    }

    /** The same choice as words for one of some processes that compute at a time, which share the cores evenly. */
    List<String> words(int processes) {
        if (processes < 1) {
            throw new IllegalArgumentException("--workers must be at least 1, was " + processes);
        }
        int share = Math.max(1, Runtime.getRuntime().availableProcessors() / processes);
        return List.of("--device", device, "--threads", String.valueOf(threads == null ? share : threads));
    }
}
