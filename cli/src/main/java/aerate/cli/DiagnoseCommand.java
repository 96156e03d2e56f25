package aerate.cli;

import aerate.film.Film;
import aerate.film.Label;
import aerate.network.Json;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate diagnose}: what a model says of films, and where it sees it. */
@Command(
        name = "diagnose",
        description = "Gives films a probability of pneumonia, a verdict and, if wanted, a heat map.")
final class DiagnoseCommand implements Callable<Integer> {
    private static final int CHUNK = 64; // films in memory at a time

    @Parameters(
            arity = "1..*",
            paramLabel = "FILM",
            description = "JPEG, PNG or DICOM files; FILE#2 is a second frame.")
    private List<Path> files;

    @Mixin
    private Models models;

    @Option(
            names = "--heatmap",
            paramLabel = "METHOD[@LAYER[+LAYER…]][~VIEWS]",
            description = "Writes FILM-heatmap.png and FILM-heatmap.npy to --out. " + HeatMapNames.METHODS)
    private String heatmap;

    @Option(names = "--out", defaultValue = "out/diagnose", paramLabel = "DIR", description = "(${DEFAULT-VALUE})")
    private Path out;

    @Option(
            names = "--dicom",
            paramLabel = "DIR",
            description = "Writes FILM-heatmap.dcm (secondary capture) and FILM-report.dcm (structured report) to this"
                    + " folder; by grad-cam if --heatmap does not say.")
    private Path dicom;

    @Option(names = "--json", description = "Print JSON: one object a film.")
    private boolean json;

    @Mixin
    private Machine machine;

    /**
     * A film in {@code --json}: the {@link Diagnosis}, and the files of its heat map where one was wanted.
     *
     * @param overlay PNG of the map over the film
     * @param map NPY of the raw map, float32 {@code h x w}
     */
    private record Result(Diagnosis diagnosis, Optional<String> overlay, Optional<String> map) {}

    @Override
    public Integer call() throws IOException {
        Optional<Explainer> explainer = Optional.ofNullable(heatmap == null && dicom != null ? "grad-cam" : heatmap)
                .map(Explainer::named);
        List<NamedFilm> films = NamedFilm.of(files);
        List<Diagnosis> diagnoses = new ArrayList<>();
        List<HeatMap> maps = new ArrayList<>();
        try (Classifier classifier = models.open(machine.device())) {
            for (List<NamedFilm> some : NamedFilm.chunks(films, CHUNK)) {
                List<Film> read = NamedFilm.read(some);
                diagnoses.addAll(classifier.diagnose(read));
                if (explainer.isPresent()) {
                    maps.addAll(explainer.get().explain(classifier, read, Label.PNEUMONIA));
                }
            }
        }
        // Not before all films are found readable: where one is not, nothing is written.
        if (dicom != null) {
            DicomReports reports = new DicomReports(DicomFolder.in(dicom));
            for (int i = 0; i < films.size(); i++) {
                reports.write(films.get(i), diagnoses.get(i), maps.get(i));
            }
        }
        print(heatmap != null ? written(films, diagnoses, maps) : plain(diagnoses));
        return 0;
    }

    private static List<Result> plain(List<Diagnosis> diagnoses) {
        return diagnoses.stream()
                .map(diagnosis -> new Result(diagnosis, Optional.empty(), Optional.empty()))
                .toList();
    }

    private List<Result> written(List<NamedFilm> films, List<Diagnosis> diagnoses, List<HeatMap> maps)
            throws IOException {
        Files.createDirectories(out);
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < films.size(); i++) {
            Path overlay = out.resolve(films.get(i).name() + "-heatmap.png");
            Path raw = out.resolve(films.get(i).name() + "-heatmap.npy");
            Pictures.writePng(Pictures.overlay(films.get(i).read(), maps.get(i)), overlay);
            Pictures.writeNpy(maps.get(i), raw);
            results.add(new Result(diagnoses.get(i), Optional.of(overlay.toString()), Optional.of(raw.toString())));
        }
        return results;
    }

    private void print(List<Result> results) throws IOException {
        if (json) {
            System.out.println(Json.MAPPER.writeValueAsString(results));
            return;
        }
        for (Result result : results) {
            Diagnosis diagnosis = result.diagnosis();
            System.out.printf(
                    Locale.ROOT,
                    "%-9s  %.4f  %s%s%s%n",
                    diagnosis.verdict(),
                    diagnosis.probability(),
                    diagnosis.source(),
                    diagnosis.unlike() ? "  UNLIKE the films that the model knows: do not believe it" : "",
                    result.overlay().map(file -> "  " + file).orElse(""));
        }
        Diagnosis first = results.get(0).diagnosis();
        System.out.printf(
                Locale.ROOT,
                "by %s, pneumonia from %.4f (%s); research use only%n",
                first.model(),
                first.operatingPoint().threshold(),
                first.operatingPoint().chosen());
    }
}
