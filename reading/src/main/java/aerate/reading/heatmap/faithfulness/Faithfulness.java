package aerate.reading.heatmap.faithfulness;

import aerate.film.Film;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.heatmap.HeatMap;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether the pixels that a heat map points at are those that the classifier goes by: what becomes of the probability of
 * pneumonia without them. Needs no mask. The film is perturbed at the size that the network sees.
 *
 * @param insertion area under the probability as the hottest pixels are put into an empty film (RISE: Petsiuk et al. 2018,
 *     arXiv 1806.07421), in [0, 1]: greater is better
 * @param deletion the same as they are taken from the film: less is better
 * @param road ROAD (Rong et al. 2022, arXiv 2202.00449): half of what the probability is greater without the coldest pixels
 *     than without the hottest, imputed, mean over 10, 20 … 90 % of them; in [-0.5, 0.5], greater is better, about 0 for a
 *     map that knows nothing
 */
public record Faithfulness(double insertion, double deletion, double road) {
    /**
     * Measures a heat map of pneumonia.
     *
     * @param seed of the noise, and of the order of equally hot pixels
     */
    public static Faithfulness of(Classifier classifier, Film film, HeatMap map, long seed) {
        int size = classifier.size();
        Perturbation perturbed = new Perturbation(film.resized(size, size), PixelOrder.of(map, size, seed));
        SplittableRandom random = new SplittableRandom(seed);
        List<Film> films = new ArrayList<>(perturbed.insertion());
        films.addAll(perturbed.deletion());
        films.addAll(perturbed.imputed(true, random));
        films.addAll(perturbed.imputed(false, random));
        double[] probabilities = classifier.diagnose(films).stream()
                .mapToDouble(Diagnosis::probability)
                .toArray();
        int curve = Perturbation.STEPS + 1;
        int removals = Perturbation.PERCENTILES.size();
        double hottestGone = mean(probabilities, 2 * curve, removals);
        double coldestGone = mean(probabilities, 2 * curve + removals, removals);
        return new Faithfulness(
                area(probabilities, 0, curve), area(probabilities, curve, curve), (coldestGone - hottestGone) / 2);
    }

    /** By trapezoids, over the share of pixels from 0 to 1. */
    private static double area(double[] values, int from, int count) {
        double ends = (values[from] + values[from + count - 1]) / 2;
        return (count * mean(values, from, count) - ends) / (count - 1);
    }

    private static double mean(double[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        return sum / count;
    }
}
