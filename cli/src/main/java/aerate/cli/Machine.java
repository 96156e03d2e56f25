package aerate.cli;

import aerate.tensor.Device;
import aerate.tensor.Libtorch;
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
        Libtorch.threads(threads == null ? Runtime.getRuntime().availableProcessors() : threads);
        return Device.of(device);
    }
}
