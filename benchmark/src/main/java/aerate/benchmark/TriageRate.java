package aerate.benchmark;

import aerate.film.Film;
import aerate.film.Label;
import aerate.network.Architecture;
import aerate.network.Checkpoint;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.GradCam;
import aerate.reading.heatmap.HeatMap;
import aerate.reading.triage.Entry;
import aerate.reading.triage.FilmFile;
import aerate.reading.triage.Finding;
import aerate.reading.triage.Heading;
import aerate.reading.triage.Journal;
import aerate.reading.triage.Pile;
import aerate.reading.triage.Triage;
import aerate.report.FilmPicture;
import aerate.report.Overlay;
import aerate.report.Thumbnail;
import aerate.tensor.Device;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.layer.ParameterTree;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How many films a second triage reads, with {@code densenet121_2048fc} of random weights: speed knows no truth. */
final class TriageRate {
    private static final int WARM_UP = 32;
    private static final int DECODERS = 8; // at most, as `aerate triage` has
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Classifier classifier;
    private final Path scratch;
    private final int decoders;

    private TriageRate(Classifier classifier, Path scratch, int decoders) {
        this.classifier = classifier;
        this.scratch = scratch;
        this.decoders = decoders;
    }

    /**
     * Prints three Markdown rows.
     *
     * @param words a folder to write films, a checkpoint and journals to; must not be there yet
     */
    public static void main(String[] words) throws IOException {
        Path scratch = Path.of(words[0]);
        Setting setting = Setting.ofProperties();
        Libtorch.threads(setting.threads());
        int films = 32 * setting.rounds();
        FilmPile.writeJpegs(scratch.resolve("jpeg"), WARM_UP + films);
        FilmPile.writeDicoms(scratch.resolve("dicom"), WARM_UP + films / 8);
        try (Classifier classifier = Classifier.open(checkpoint(scratch.resolve("checkpoint")), Device.CPU)) {
            TriageRate rate = new TriageRate(classifier, scratch, Math.min(DECODERS, setting.threads()));
            rate.print("jpeg", "JPEG of 224 px, no maps", Optional.empty(), 60);
            rate.print("jpeg", "JPEG of 224 px, Grad-CAM", Optional.of(new GradCam()), 30);
            rate.print(
                    "dicom",
                    "DICOM of 2000 x 2000 at 12 bits, not compressed, Grad-CAM",
                    Optional.of(new GradCam()),
                    8);
        }
    }

    private void print(String pile, String title, Optional<Explainer> explainer, int target) throws IOException {
        Pile folder = Pile.in(scratch.resolve(pile), path -> false);
        List<FilmFile> films = folder.look();
        Triage triage = new Triage(classifier, explainer, TriageRate::thumbnail, decoders);
        Path file = scratch.resolve(pile + explainer.isPresent() + ".journal");
        try (Journal journal = Journal.begin(file, Heading.of(folder.folder(), classifier, explainer))) {
            triage.read(films.subList(0, WARM_UP), journal, done -> {});
            long wall = System.nanoTime();
            long cpu = PROCESS.getProcessCpuTime();
            triage.read(films.subList(WARM_UP, films.size()), journal, done -> {});
            wall = System.nanoTime() - wall;
            cpu = PROCESS.getProcessCpuTime() - cpu;
            requireAllRead(journal);
            int read = films.size() - WARM_UP;
            System.out.printf(
                    Locale.ROOT,
                    "| triage, %d films: %s | **%.1f films/s**, %.1f ms of CPU a film | at least %d films/s |%n",
                    read,
                    title,
                    read / (wall / 1e9),
                    cpu / 1e6 / read,
                    target);
        }
    }

    private static void requireAllRead(Journal journal) {
        for (Entry entry : journal.entries()) {
            entry.unreadable().ifPresent(reason -> {
                throw new IllegalStateException(entry.film() + ": " + reason);
            });
        }
    }

    private static byte[] thumbnail(Film film, Optional<HeatMap> where, Finding finding) throws IOException {
        return Thumbnail.jpeg(where.map(map -> Overlay.paint(film, map.evidence(), map.width(), map.height()))
                .orElseGet(() -> FilmPicture.of(film)));
    }

    private static Path checkpoint(Path folder) throws IOException {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "random",
                Architecture.Classifier.named("densenet121", 1, 2048, 2),
                new InputTransform(224, 0.5, 0.25),
                Arrays.stream(Label.values()).map(Label::name).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Generator random = Generator.seeded(1);
                ParameterTree network = manifest.architecture().build()) {
            network.initialise(random);
            Checkpoint.save(folder, manifest, network.state(), "random weights, for measuring");
        }
        return folder;
    }
}
