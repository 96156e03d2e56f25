package aerate.cli;

import aerate.film.FilmSources;
import aerate.network.Manifest;
import aerate.training.Recalibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate calibrate}: another operating point for a model that stays as it is. */
@Command(
        name = "calibrate",
        description = "Fits a classifier's probabilities, operating point and sense of unlike films anew: on the"
                + " validation part of the collection that it was trained on, or on all films of another.")
final class CalibrateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CHECKPOINT", description = "A classifier.")
    private Path model;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Films: a folder, .npz or .csv.")
    private Path data;

    @Option(
            names = "--sensitivity",
            defaultValue = "0.975",
            paramLabel = "SHARE",
            description = "The share of a new patient's sick films that is to be found (${DEFAULT-VALUE}).")
    private double sensitivity;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the new checkpoint goes.")
    private Path out;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws IOException {
        Manifest.OperatingPoint point =
                new Recalibration(FilmSources.open(data), sensitivity, machine.device()).write(model, out);
        System.out.printf(Locale.ROOT, "%s: pneumonia from %.4f: %s%n", out, point.threshold(), point.chosen());
        return 0;
    }
}
