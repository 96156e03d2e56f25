package aerate.cli;

import aerate.diffusion.NoiseKind;
import aerate.diffusion.NoiseSchedule;
import aerate.diffusion.Whitening;
import aerate.film.Film;
import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.LabelledFilm;
import aerate.film.Resampling;
import aerate.film.UnreadableFilmException;
import aerate.film.WholeFile;
import aerate.network.InputTransform;
import aerate.network.Json;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.training.metrics.UndefinedAsNull;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aerate whiten}: diffusion as a whitening, measured on films. */
@Command(
        name = "whiten",
        description = "Measures the way forward of diffusion on films: the spectrum of their pixels' covariance and the"
                + " signal-to-noise ratio along t, beside what √ᾱ_t says.")
final class WhitenCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = Json.MAPPER.copy().registerModule(new UndefinedAsNull());

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Films: a folder, .npz or .csv.")
    private Path data;

    @Option(
            names = "--films",
            defaultValue = "1000",
            paramLabel = "N",
            description = "At most so many, evenly from all (${DEFAULT-VALUE}).")
    private int films;

    @Option(
            names = "--size",
            defaultValue = "16",
            paramLabel = "PX",
            description = "Side to which films are shrunk: there should be more films than pixels (${DEFAULT-VALUE}).")
    private int size;

    @Option(
            names = "--levels",
            split = ",",
            defaultValue = "0,50,100,200,300,400,500,600,800,1000",
            paramLabel = "t",
            description = "Each from 0 to 1000 (${DEFAULT-VALUE}).")
    private List<Integer> levels;

    @Option(
            names = "--schedule",
            defaultValue = "linear",
            paramLabel = "linear|cosine",
            description = "Of the noise (${DEFAULT-VALUE}).")
    private String schedule;

    @Option(
            names = "--noise",
            defaultValue = "gaussian",
            paramLabel = "gaussian|simplex|simplex-original",
            description = "What it looks like (${DEFAULT-VALUE}).")
    private String noise;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Of the noise (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
    private Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with both charts.")
    private Path html;

    /**
     * What {@code --json} writes.
     *
     * @param levels by t: {@link Whitening}
     */
    record Result(String data, int films, int size, String schedule, String noise, long seed, List<Whitening> levels) {}

    @Override
    public Integer call() throws IOException {
        if (size < 2) {
            throw new IllegalArgumentException("--size must be at least 2, was " + size);
        }
        if (films < 2) {
            throw new IllegalArgumentException("--films must be at least 2, were " + films);
        }
        NoiseSchedule steps = NoiseSchedule.named(schedule, 1000);
        List<Integer> ascending = List.copyOf(new TreeSet<>(levels));
        ascending.forEach(steps::alphaBar); // refuses those that are none
        NoiseKind kind = kind();
        FilmSource source = FilmSources.open(data);
        for (Path file : new Path[] {json, html}) {
            if (file != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
        }
        List<LabelledFilm> chosen = MarkedFilms.evenly(source.films(), films);
        try (Scope scope = Scope.open()) {
            Tensor values = new InputTransform(size, 0.5, 0.5).batchOfValues(read(source, chosen), 1);
            List<Whitening> measured = Whitening.of(values, steps, kind, ascending, seed);
            write(new Result(source.name(), chosen.size(), size, schedule, noise, seed, measured));
        }
        return 0;
    }

    private NoiseKind kind() {
        for (NoiseKind kind : NoiseKind.values()) {
            if (kind.name().equals(noise.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return kind;
            }
        }
        throw new IllegalArgumentException("--noise must be gaussian, simplex or simplex-original, was " + noise);
    }

    private Tensor read(FilmSource source, List<LabelledFilm> chosen) throws UnreadableFilmException {
        int pixels = size * size;
        float[] all = new float[chosen.size() * pixels];
        try (ProgressBar bar = ProgressBars.of("films", chosen.size(), "films")) {
            for (int i = 0; i < chosen.size(); i++) {
                Film film = source.read(chosen.get(i));
                float[] small = Resampling.resize(film.values(), film.width(), film.height(), size, size);
                System.arraycopy(small, 0, all, i * pixels, pixels);
                bar.step();
            }
        }
        return Tensors.of(all, chosen.size(), 1, size, size);
    }

    private void write(Result result) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%d films of %s at %d px, %s noise, %s schedule%n%n   t  signal  (theory)  signal-to-noise  (theory)"
                        + "  whiteness  (theory)%n",
                result.films(),
                result.data(),
                result.size(),
                result.noise(),
                result.schedule());
        for (Whitening at : result.levels()) {
            System.out.printf(
                    Locale.ROOT,
                    "%4d  %6.4f  %8.4f  %15.4g  %8.4g  %9.4f  %8.4f%n",
                    at.level(),
                    at.signal(),
                    at.expectedSignal(),
                    at.signalToNoise(),
                    at.expectedSignalToNoise(),
                    at.whiteness(),
                    at.expectedWhiteness());
        }
        if (json != null) {
            WholeFile.write(json, MAPPER.writeValueAsBytes(result));
        }
        if (html != null) {
            WhiteningPage.write(html, result);
        }
    }
}
