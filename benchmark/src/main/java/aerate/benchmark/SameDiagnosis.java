package aerate.benchmark;

import aerate.film.Film;
import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.LabelledFilm;
import aerate.network.Checkpoint;
import aerate.network.Manifest;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Diagnosis;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import aerate.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the fast form of a network says of films what the network says of them in float32. */
final class SameDiagnosis {
    private static final int FILMS = 256;
    private static final int AT_A_TIME = 64;
    private static final double AWAY = 0.01; // from the threshold

    private double largest;
    private int flipped;

    private SameDiagnosis() {}

    /**
     * Compares and prints a Markdown row.
     *
     * @param words a checkpoint, a folder of films
     */
    public static void main(String[] words) throws IOException {
        if (words.length != 2) {
            throw new IllegalArgumentException("two words are needed, CHECKPOINT FILMS, were " + words.length);
        }
        Libtorch.threads(Setting.ofProperties().threads());
        Path checkpoint = Path.of(words[0]);
        Manifest manifest = Checkpoint.open(checkpoint).manifest();
        double temperature =
                manifest.calibration().map(Manifest.Calibration::temperature).orElse(1.0);
        FilmSource source = FilmSources.open(Path.of(words[1]));
        List<LabelledFilm> listed = source.films();
        int films = Math.min(FILMS, listed.size());
        SameDiagnosis same = new SameDiagnosis();
        try (Classifier classifier = Classifier.open(checkpoint, Device.CPU)) {
            for (int from = 0; from < films; from += AT_A_TIME) {
                List<Film> some = new ArrayList<>();
                for (int i = from; i < Math.min(films, from + AT_A_TIME); i++) {
                    some.add(source.read(listed.get((int) ((long) i * listed.size() / films))));
                }
                same.compare(classifier, some, temperature);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| diagnosis against float32, %d films | probability within **%.4f**, verdicts flipped more than %.2f"
                        + " from the threshold: **%d** | within 0.01, none |%n",
                films,
                same.largest,
                AWAY,
                same.flipped);
    }

    private void compare(Classifier classifier, List<Film> films, double temperature) {
        List<Diagnosis> fast = classifier.diagnose(films);
        List<Double> margins = classifier.inBatches(
                films, batch -> margins(classifier.network().forward(batch)));
        for (int i = 0; i < films.size(); i++) {
            double probability = 1 / (1 + Math.exp(-margins.get(i) / temperature));
            double threshold = fast.get(i).operatingPoint().threshold();
            boolean sick = fast.get(i).probability() >= threshold;
            largest = Math.max(largest, Math.abs(probability - fast.get(i).probability()));
            if (sick != probability >= threshold && Math.abs(probability - threshold) > AWAY) {
                flipped++;
            }
        }
    }

    /** By how much the second class's score exceeds the first's. */
    private static List<Double> margins(Tensor scores) {
        float[] all = scores.floats();
        List<Double> margins = new ArrayList<>();
        for (int i = 0; i < all.length; i += 2) {
            margins.add((double) all[i + 1] - all[i]);
        }
        return margins;
    }
}
