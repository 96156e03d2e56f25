package aerate.film.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.Label;
import aerate.film.LabelledFilm;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** That phantoms are no toy: the sick cannot be told by how light or dark their films are. */
class HistogramBaselineTest {
    private static final int BINS = 32;

    @Test
    void logisticRegression_onGreyLevels_staysBelow80Percent() {
        PhantomSource source = PhantomSource.of(640, 64, 17);
        SplittableRandom random = new SplittableRandom(23);
        List<double[]> seen = new ArrayList<>();
        List<double[]> unseen = new ArrayList<>();
        List<Integer> seenLabels = new ArrayList<>();
        List<Integer> unseenLabels = new ArrayList<>();
        String patient = "";
        boolean held = false;
        for (LabelledFilm film : source.films()) {
            if (!film.patient().equals(patient)) { // the films of a patient follow one another
                patient = film.patient();
                held = random.nextDouble() < 0.35;
            }
            (held ? unseen : seen).add(histogram(source.read(film).bytes()));
            (held ? unseenLabels : seenLabels).add(film.label() == Label.PNEUMONIA ? 1 : 0);
        }
        LogisticRegression regression = LogisticRegression.fit(seen, seenLabels);
        double trained = regression.accuracy(seen, seenLabels);
        double accuracy = regression.accuracy(unseen, unseenLabels);
        System.out.printf(
                "histogram baseline: accuracy %.3f on %d films of unseen patients (%.3f on those seen)%n",
                accuracy, unseen.size(), trained);
        assertThat(trained).as("the regression learns something").isGreaterThan(0.55);
        assertThat(accuracy).isLessThan(0.8);
    }

    private static double[] histogram(byte[] film) {
        double[] shares = new double[BINS];
        for (byte grey : film) {
            shares[(grey & 0xFF) * BINS / 256] += 1.0 / film.length;
        }
        return shares;
    }
}
