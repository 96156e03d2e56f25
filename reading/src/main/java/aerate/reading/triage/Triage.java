package aerate.reading.triage;

import aerate.film.Film;
import aerate.film.Label;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Reads piles: decoding threads make films ready while the calling thread judges those that are, and a journal keeps what
 * it finds.
 *
 * @param explainer of the maps over the thumbnails; empty for none
 * @param decoders how many threads decode; each holds one film at its full size
 */
public record Triage(Classifier classifier, Optional<Explainer> explainer, ThumbnailPainter painter, int decoders) {
    private static final int BATCH = 16; // the classifier's own
    private static final int AHEAD = 4 * BATCH;

    public Triage {
        if (decoders < 1) {
            throw new IllegalArgumentException("decoders must be at least 1, was " + decoders);
        }
    }

    /**
     * Reads films into a journal. Each is there when this returns: with what was found, or with the reason why it cannot be
     * read.
     *
     * @param progress told after each batch how many are done
     * @throws IOException if the journal cannot be written
     */
    public void read(List<FilmFile> files, Journal journal, IntConsumer progress) throws IOException {
        try (Decoding decoding = new Decoding(files, classifier::atInputSize, decoders, AHEAD)) {
            int done = 0;
            for (List<Decoded> some = decoding.next(BATCH); !some.isEmpty(); some = decoding.next(BATCH)) {
                journal.add(lines(some));
                done += some.size();
                progress.accept(done);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading films", e);
        }
    }

    private List<JournalLine> lines(List<Decoded> films) throws IOException {
        List<JournalLine> lines = new ArrayList<>();
        List<Decoded> readable = new ArrayList<>();
        for (Decoded film : films) {
            if (film.small().isPresent()) {
                readable.add(film);
            } else {
                lines.add(JournalLine.unreadable(film.file(), film.reason().orElseThrow()));
            }
        }
        lines.addAll(judged(readable));
        return lines;
    }

    private List<JournalLine> judged(List<Decoded> films) throws IOException {
        try {
            List<Film> inputs = films.stream()
                    .map(film -> film.small().orElseThrow().input())
                    .toList();
            List<Diagnosis> diagnoses = classifier.diagnose(inputs);
            List<Optional<HeatMap>> maps = maps(inputs);
            List<JournalLine> lines = new ArrayList<>();
            for (int i = 0; i < films.size(); i++) {
                Film thumbnail = films.get(i).small().orElseThrow().thumbnail();
                Finding finding = Finding.of(diagnoses.get(i));
                byte[] picture = painter.paint(thumbnail, maps.get(i), finding);
                lines.add(JournalLine.read(films.get(i).file(), finding, picture));
            }
            return lines;
        } catch (ArithmeticException e) { // scores that are no numbers: they must not cost the other films their place
            if (films.size() == 1) {
                return List.of(JournalLine.unreadable(films.get(0).file(), e.getMessage()));
            }
            List<JournalLine> lines = new ArrayList<>();
            for (Decoded film : films) {
                lines.addAll(judged(List.of(film)));
            }
            return lines;
        }
    }

    private List<Optional<HeatMap>> maps(List<Film> inputs) {
        if (explainer.isEmpty()) {
            return inputs.stream().map(film -> Optional.<HeatMap>empty()).toList();
        }
        return explainer.get().explain(classifier, inputs, Label.PNEUMONIA).stream()
                .map(Optional::of)
                .toList();
    }
}
