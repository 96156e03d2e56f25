package aerate.cli;

import aerate.film.Film;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import aerate.reading.triage.Finding;
import aerate.reading.triage.Heading;
import aerate.reading.triage.Journal;
import aerate.reading.triage.Pile;
import aerate.reading.triage.Triage;
import aerate.report.FilmPicture;
import aerate.report.Overlay;
import aerate.report.Thumbnail;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate triage}: who of a pile is read first. */
@Command(name = "triage", description = "Sorts a pile of films, the most urgent first. It flags; it removes nothing.")
final class TriageCommand implements Callable<Integer> {
    private static final int MOST_DECODERS = 8; // each holds a film at full size

    @Parameters(paramLabel = "DIR", description = "Films of any format, in any folders; hidden files are left out.")
    private Path folder;

    @Mixin
    private Models models;

    @Option(
            names = "--out",
            defaultValue = "out/triage/worklist.html",
            paramLabel = "FILE",
            description = "The worklist, as .csv, .html or .json (${DEFAULT-VALUE}); a journal lies beside it.")
    private Path out;

    @Option(
            names = "--heatmap",
            defaultValue = "grad-cam",
            paramLabel = "METHOD|none",
            description = "What is laid over the thumbnails (${DEFAULT-VALUE}).")
    private String heatmap;

    @Option(names = "--resume", description = "Go on with the journal beside FILE: only what is new is read.")
    private boolean resume;

    @Option(names = "--watch", description = "Go on reading what comes, until Ctrl-C.")
    private boolean watch;

    @Option(
            names = "--every",
            defaultValue = "5",
            paramLabel = "SECONDS",
            description = "How often --watch looks (${DEFAULT-VALUE}); a film is read when it has stopped changing.")
    private int every;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (every < 1) {
            throw new IllegalArgumentException("--every must be at least 1 second, was " + every);
        }
        Optional<Explainer> explainer =
                heatmap.equals("none") ? Optional.empty() : Optional.of(Explainer.named(heatmap));
        WorklistFile file = WorklistFile.of(out).inRealFolder();
        Pile pile = Pile.in(folder, file::owns);
        Device device = machine.device();
        try (Classifier classifier = models.open(device)) {
            Heading heading = Heading.of(pile.folder(), classifier, explainer);
            try (Journal journal =
                    resume ? Journal.resume(file.journal(), heading) : Journal.begin(file.journal(), heading)) {
                int decoders = Math.min(MOST_DECODERS, Libtorch.threads());
                Triage triage = new Triage(classifier, explainer, TriageCommand::thumbnail, decoders);
                TriageRounds rounds = new TriageRounds(triage, pile, journal, heading, file);
                if (watch) {
                    rounds.watch(Duration.ofSeconds(every));
                } else {
                    rounds.once();
                }
            }
        }
        return 0;
    }

    /** The map as strong as the finding is probable: no bright spots on a film that is called normal. */
    private static byte[] thumbnail(Film film, Optional<HeatMap> where, Finding finding) throws IOException {
        if (where.isEmpty()) {
            return Thumbnail.jpeg(FilmPicture.of(film));
        }
        HeatMap map = where.get();
        float[] evidence = map.evidence();
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] *= (float) finding.probability();
        }
        return Thumbnail.jpeg(Overlay.paint(film, evidence, map.width(), map.height()));
    }
}
