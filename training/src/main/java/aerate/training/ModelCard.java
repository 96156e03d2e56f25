package aerate.training;

import aerate.film.Split;
import aerate.network.Manifest;
import java.util.Locale;
import java.util.TreeMap;

/** The page that tells people what a checkpoint is, after Mitchell et al. 2019 (arXiv 1810.03993). */
final class ModelCard {
    private ModelCard() {}

    static String of(Manifest manifest, Score score, TrainingData data) {
        StringBuilder figures = new StringBuilder();
        new TreeMap<>(score.figures())
                .forEach((name, value) -> figures.append(String.format(Locale.ROOT, "| %s | %.4f |%n", name, value)));
        String operatingPoint = manifest.operatingPoint()
                .map(point -> String.format(
                        Locale.ROOT,
                        "A film is called pneumonia from a probability of %.4f: %s.%n%n",
                        point.threshold(),
                        point.chosen()))
                .orElse("");
        return """
                # %s

                Research use only: not a medical device, not for decisions about patients.

                - Network: `%s`
                - Input: one frontal chest film, resized to %d x %d
                - Trained on %d films of %s (licence: %s), chosen on %d others; %d were not used at all
                - How it was made: `provenance` in `checkpoint.json` holds recipe, data, code and machine

                %sFigures on the validation films, which chose the epoch, so they flatter a little:

                | figure | value |
                |---|---|
                %s
                Limits: it knows only films like those it was trained on. Another hospital, age or device may fool it
                without a sign.
                """.formatted(
                        manifest.name(),
                        manifest.architecture(),
                        manifest.input().size(),
                        manifest.input().size(),
                        data.count(Split.TRAIN),
                        data.source().name(),
                        data.source().licence(),
                        data.count(Split.VALIDATION),
                        data.count(Split.TEST),
                        operatingPoint,
                        figures);
    }
}
