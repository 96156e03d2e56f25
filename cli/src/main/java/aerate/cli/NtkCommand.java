package aerate.cli;

import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.WholeFile;
import aerate.network.Json;
import aerate.report.Page;
import aerate.tensor.Device;
import aerate.training.KernelReader;
import aerate.training.kernel.Widening;
import aerate.training.kernel.WidthReading;
import aerate.training.metrics.UndefinedAsNull;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate ntk}: what widening the head of a network buys, by its tangent kernel. */
@Command(
        name = "ntk",
        description = "Reads the neural tangent kernels of a recipe's network at several widths of its head.")
final class NtkCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = Json.MAPPER.copy().registerModule(new UndefinedAsNull());

    @Parameters(paramLabel = "RECIPE", description = "A YAML file of a classifier, such as those in recipes/.")
    private Path recipe;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Films: a folder, .npz or .csv.")
    private Path data;

    @Option(
            names = "--widths",
            required = true,
            split = ",",
            paramLabel = "W",
            description = "Units of the head, e.g. 512,1024,2048,4096.")
    private List<Integer> widths;

    @Option(
            names = "--films",
            defaultValue = "64",
            paramLabel = "N",
            description = "Films of the training part, half of them sick, each of another patient (${DEFAULT-VALUE}).")
    private int films;

    @Option(names = "--size", paramLabel = "PX", description = "Side of the films; the recipe's if not given.")
    private Integer size;

    @Option(
            names = "--seeds",
            defaultValue = "1",
            paramLabel = "N",
            description = "Networks of each width, by the recipe's seed and those after it (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--steps",
            defaultValue = "0",
            paramLabel = "N",
            description = "Real steps of descent after which the kernel is read again (${DEFAULT-VALUE}: none).")
    private int steps;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes a value of the recipe, e.g. start=runs/one/checkpoint.")
    private Map<String, String> changes = Map.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
    private Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with figures and curves.")
    private Path html;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws IOException {
        requireAtLeast("--seeds", 1, seeds);
        requireAtLeast("--steps", 0, steps);
        for (int width : widths) {
            requireAtLeast("--widths", 1, width);
        }
        Recipe base = Recipes.read(recipe, changes);
        FilmSource source = FilmSources.open(data);
        Device device = machine.device();
        int side = size == null ? base.input().size() : size;
        KernelReader reader = KernelReader.open(source, base, films, side, device);
        makeFolders();
        List<WidthReading> readings = read(reader, base.seed());
        report(new KernelResult(
                base.name(),
                base.start(),
                source.name(),
                reader.fingerprint(),
                films,
                side,
                base.optimizer().momentum(),
                readings,
                new TreeSet<>(widths).size() > 1 ? Optional.of(Widening.of(readings)) : Optional.empty()));
        return 0;
    }

    private static void requireAtLeast(String option, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(option + " must be at least " + least + ", was " + value);
        }
    }

    /** Before kernels are computed, which takes long, rather than after. */
    private void makeFolders() throws IOException {
        for (Path file : Stream.of(json, html).filter(Objects::nonNull).toList()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
    }

    private List<WidthReading> read(KernelReader reader, long firstSeed) throws IOException {
        List<Integer> ordered = List.copyOf(new TreeSet<>(widths));
        List<WidthReading> readings = new ArrayList<>();
        try (ProgressBar bar = ProgressBars.of("kernels", (long) ordered.size() * seeds * films, "films")) {
            for (int width : ordered) {
                for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
                    double before = readings.size();
                    readings.add(reader.read(
                            recipe(width, seed), steps, done -> bar.stepTo(Math.round((before + done) * films))));
                }
            }
        }
        return readings;
    }

    private Recipe recipe(int width, long seed) throws IOException {
        Map<String, String> more = new HashMap<>(changes);
        more.put("network.hidden", Integer.toString(width));
        more.put("seed", Long.toString(seed));
        return Recipes.read(recipe, more);
    }

    private void report(KernelResult result) throws IOException {
        System.out.print(KernelText.of(result));
        if (json != null) {
            WholeFile.write(json, MAPPER.writeValueAsBytes(result));
        }
        if (html != null) {
            Page.KERNEL.write(html, KernelPage.of(result));
        }
    }
}
