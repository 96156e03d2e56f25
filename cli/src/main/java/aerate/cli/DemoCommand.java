package aerate.cli;

import aerate.film.WholeFile;
import aerate.network.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aerate demo}: the whole of Aerate on phantoms, whose truth is known. */
@Command(
        name = "demo",
        description = "Makes phantoms, trains on them, diagnoses, explains and heals those held out; writes one page.")
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--out", defaultValue = "out/demo", paramLabel = "DIR", description = "(${DEFAULT-VALUE})")
    private Path out;

    @Option(names = "--films", defaultValue = "2400", paramLabel = "N", description = "Phantoms (${DEFAULT-VALUE}).")
    private int films;

    @Option(
            names = "--courses",
            defaultValue = "24",
            paramLabel = "N",
            description = "Films healed (${DEFAULT-VALUE}).")
    private int courses;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws IOException {
        Demo demo = new Demo(out, films, courses, machine.device());
        DemoResult result = demo.run();
        DemoPage.write(out.resolve("report.html"), result);
        WholeFile.write(out.resolve("summary.json"), Json.MAPPER.writeValueAsBytes(DemoSummary.of(result)));
        System.out.println(out.resolve("report.html"));
        System.out.println(out.resolve("summary.json"));
        return 0;
    }
}
