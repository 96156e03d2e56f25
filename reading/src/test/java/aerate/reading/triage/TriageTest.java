package aerate.reading.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.FilmReader;
import aerate.network.Architecture;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.reading.TinyModels;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.GradCam;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageTest {
    private static final double ROUNDING = 1e-2; // of bfloat16, in a batch of another size

    @TempDir
    private Path folder;

    private Path pile;

    @BeforeEach
    void makePile() throws IOException {
        pile = Files.createDirectories(folder.resolve("pile"));
        for (int i = 0; i < 35; i++) {
            Piles.film(pile.resolve("ward-" + i % 3 + "/film-" + i / 3 + ".png"), i);
        }
        Files.writeString(pile.resolve("note.txt"), "no film");
        Files.createFile(pile.resolve("empty.png"));
    }

    @Test
    void everyFile_hasOneEntry_andThoseReadTheClassifiersProbability() throws IOException {
        try (Classifier classifier = tiny();
                Journal journal = begin()) {
            List<FilmFile> files = Piles.look(pile);
            triage(classifier, Piles.STAMP).read(files, journal, done -> {});
            assertThat(journal.entries())
                    .extracting(Entry::film)
                    .containsExactlyInAnyOrderElementsOf(
                            files.stream().map(FilmFile::name).toList());
            for (FilmFile file : files.subList(2, 12)) {
                double alone = classifier.diagnose(FilmReader.read(file.path())).probability();
                assertThat(entry(journal, file.name()).finding().orElseThrow().probability())
                        .isCloseTo(alone, within(ROUNDING));
            }
        }
    }

    @Test
    void fileThatIsNoFilm_isOnTheListWithItsReason() throws IOException {
        try (Classifier classifier = tiny();
                Journal journal = begin()) {
            triage(classifier, Piles.STAMP).read(Piles.look(pile), journal, done -> {});
            assertThat(entry(journal, "note.txt").unreadable())
                    .hasValueSatisfying(why -> assertThat(why).startsWith("a film must be"));
            assertThat(entry(journal, "empty.png").unreadable())
                    .hasValueSatisfying(why -> assertThat(why).isEqualTo("a film's file must not be empty"));
        }
    }

    @Test
    void thumbnail_hasTheFilmsProportions_andTheMap() throws IOException {
        List<HeatMap> maps = Collections.synchronizedList(new ArrayList<>());
        try (Classifier classifier = tiny();
                Journal journal = begin()) {
            ThumbnailPainter painter = (film, where, finding) -> {
                maps.add(where.orElseThrow());
                return new byte[] {(byte) film.width(), (byte) film.height()};
            };
            new Triage(classifier, Optional.of(new GradCam()), painter, 1).read(Piles.look(pile), journal, done -> {});
            assertThat(maps).hasSize(35);
            assertThat(journal.thumbnail(entry(journal, "ward-0/film-0.png"))).contains("KB4="); // 40 x 30
        }
    }

    @Test
    void triageThatEndsHalfWay_isResumed_withoutReadingAnyFilmTwice() throws IOException {
        List<Integer> painted = new ArrayList<>();
        ThumbnailPainter failing = (film, where, finding) -> {
            if (painted.size() == 20) {
                throw new IOException("the disk is full");
            }
            painted.add(1);
            return new byte[0];
        };
        try (Classifier classifier = tiny()) {
            int kept;
            try (Journal journal = begin()) {
                assertThatThrownBy(() -> triage(classifier, failing).read(Piles.look(pile), journal, done -> {}))
                        .hasMessage("the disk is full");
                kept = journal.entries().size();
                assertThat(kept).isBetween(1, 36);
            }
            try (Journal journal = Journal.resume(folder.resolve("journal"), Piles.HEADING)) {
                List<FilmFile> due = new Arrivals(Pile.in(pile, path -> false), journal).all();
                assertThat(due).hasSize(37 - kept);
                triage(classifier, Piles.STAMP).read(due, journal, done -> {});
                assertThat(journal.entries())
                        .extracting(Entry::film)
                        .doesNotHaveDuplicates()
                        .hasSize(37);
            }
        }
    }

    @Test
    void modelWhoseScoresAreNoNumbers_dropsNoFilm() throws IOException {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "broken",
                Architecture.Classifier.named("densenet-small", 1, 8, 2),
                new InputTransform(32, 0.5, 0.25),
                List.of("NORMAL", "PNEUMONIA"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        Path saved = TinyModels.save(
                folder.resolve("broken"),
                manifest,
                network -> network.parameters().values().forEach(weights -> weights.assign(weights.times(Float.NaN))));
        try (Classifier classifier = Classifier.open(saved, Device.CPU);
                Journal journal = begin()) {
            triage(classifier, Piles.STAMP).read(Piles.look(pile), journal, done -> {});
            assertThat(journal.entries())
                    .hasSize(37)
                    .allMatch(entry -> entry.unreadable().isPresent());
            assertThat(entry(journal, "ward-0/film-0.png").unreadable())
                    .hasValueSatisfying(why -> assertThat(why).contains("must be finite numbers"));
        }
    }

    @Test
    void fiveHundredFilms_leaveNoNativeObjects() throws IOException {
        List<FilmFile> seen = Piles.look(pile.resolve("ward-0"));
        List<FilmFile> films = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            FilmFile film = seen.get(i % seen.size());
            films.add(new FilmFile("copy-" + i, film.path(), film.stamp(), Optional.empty()));
        }
        try (Classifier classifier = tiny();
                Journal journal = begin()) {
            Triage triage = new Triage(classifier, Optional.of(new GradCam()), Piles.STAMP, 2);
            triage.read(films.subList(0, 20), journal, done -> {});
            long before = Libtorch.liveObjects();
            triage.read(films.subList(20, 500), journal, done -> {});
            assertThat(Libtorch.liveObjects()).isEqualTo(before);
            assertThat(journal.entries()).hasSize(500);
        }
    }

    @Test
    void noDecoders_areRefused() throws IOException {
        try (Classifier classifier = tiny()) {
            assertThatThrownBy(() -> new Triage(classifier, Optional.empty(), Piles.STAMP, 0))
                    .hasMessage("decoders must be at least 1, was 0");
        }
    }

    private Classifier tiny() throws IOException {
        return Classifier.open(TinyModels.classifier(folder.resolve("c"), 8, Optional.empty()), Device.CPU);
    }

    private Journal begin() throws IOException {
        return Journal.begin(folder.resolve("journal"), Piles.HEADING);
    }

    private static Triage triage(Classifier classifier, ThumbnailPainter painter) {
        return new Triage(classifier, Optional.empty(), painter, 2);
    }

    private static Entry entry(Journal journal, String film) {
        return journal.entries().stream()
                .filter(entry -> entry.film().equals(film))
                .findFirst()
                .orElseThrow();
    }
}
