package aerate.cli;

import aerate.film.phantom.PhantomSource;
import aerate.film.phantom.Phantoms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate phantom}: synthetic films whose truth is known. */
@Command(name = "phantom", description = "Writes synthetic chest films with their lesion masks and healthy twins.")
final class PhantomCommand implements Callable<Integer> {
    @Parameters(paramLabel = "OUT", description = "Folder to write NORMAL/, PNEUMONIA/, masks/ and twins/ to.")
    private Path out;

    @Option(names = "--films", defaultValue = "200", paramLabel = "N", description = "How many (${DEFAULT-VALUE}).")
    private int films;

    @Option(names = "--size", defaultValue = "224", paramLabel = "PX", description = "Side (${DEFAULT-VALUE}).")
    private int size;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Same seed, same bytes.")
    private long seed;

    @Override
    public Integer call() throws IOException {
        PhantomSource source = PhantomSource.of(films, size, seed);
        try (ProgressBar bar = ProgressBars.of("phantoms", films, "films")) {
            Phantoms.write(source, out, bar::stepTo);
        }
        System.out.println(out);
        return 0;
    }
}
