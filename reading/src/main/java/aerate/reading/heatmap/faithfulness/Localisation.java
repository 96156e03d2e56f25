package aerate.reading.heatmap.faithfulness;

import aerate.film.truth.LesionMask;
import aerate.reading.heatmap.HeatMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well one heat map shows where the disease is.
 *
 * @param hit pointing game (Zhang et al. 2016, arXiv 1608.00507), without tolerance: whether the map's peak is diseased
 * @param energyInside share of the evidence that lies on diseased pixels (Wang et al. 2020, arXiv 1910.01279, section 4.3),
 *     in [0, 1]; 0 for a map without evidence
 * @param iou intersection over union of the disease and the pixels of at least each of {@link #THRESHOLDS}
 */
public record Localisation(boolean hit, double energyInside, List<Double> iou) {
    /** Shares of the map's maximum, rising. */
    public static final List<Double> THRESHOLDS =
            IntStream.rangeClosed(1, 19).mapToObj(i -> i / 20.0).toList();

    public Localisation {
        iou = List.copyOf(iou);
        if (iou.size() != THRESHOLDS.size()) {
            throw new IllegalArgumentException(
                    "there must be an IoU for each of " + THRESHOLDS.size() + " thresholds, were " + iou.size());
        }
    }

    /** Of the map at the mask's size, bilinear. */
    public static Localisation of(HeatMap map, LesionMask mask) {
        float[] evidence = map.evidence(mask.width(), mask.height());
        boolean hit = map.peak()
                .map(peak -> mask.at((int) (peak.x() * mask.width()), (int) (peak.y() * mask.height())))
                .orElse(false);
        double inside = 0;
        double all = 0;
        for (int i = 0; i < evidence.length; i++) {
            all += evidence[i];
            inside += mask.at(i % mask.width(), i / mask.width()) ? evidence[i] : 0;
        }
        List<Double> iou = THRESHOLDS.stream()
                .map(threshold -> iou(evidence, mask, threshold))
                .toList();
        return new Localisation(hit, all > 0 ? inside / all : 0, iou);
    }

    /** The IoU at one of {@link #THRESHOLDS}. */
    public double iouAt(double threshold) {
        int at = THRESHOLDS.indexOf(threshold);
        if (at < 0) {
            throw new IllegalArgumentException("a threshold must be one of " + THRESHOLDS + ", was " + threshold);
        }
        return iou.get(at);
    }

    /** The greatest IoU at any threshold, which only somebody who knows the disease can choose. */
    public double bestIou() {
        return iou.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** The one of {@link #THRESHOLDS} at which the mean IoU of films is greatest: one for all, the least of several. */
    public static double bestThreshold(List<Localisation> films) {
        double best = THRESHOLDS.get(0);
        double greatest = -1;
        for (int i = 0; i < THRESHOLDS.size(); i++) {
            int at = i;
            double sum = films.stream().mapToDouble(film -> film.iou.get(at)).sum();
            if (sum > greatest) {
                greatest = sum;
                best = THRESHOLDS.get(i);
            }
        }
        return best;
    }

    private static double iou(float[] evidence, LesionMask mask, double threshold) {
        int intersection = 0;
        int union = 0;
        for (int i = 0; i < evidence.length; i++) {
            boolean hot = evidence[i] >= threshold;
            boolean diseased = mask.at(i % mask.width(), i / mask.width());
            intersection += hot && diseased ? 1 : 0;
            union += hot || diseased ? 1 : 0;
        }
        return (double) intersection / union;
    }
}
