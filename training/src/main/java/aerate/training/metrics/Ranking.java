package aerate.training.metrics;

/** How well probabilities put the sick before the healthy, whatever the threshold. */
final class Ranking {
    private Ranking() {}

    /**
     * Area under the ROC curve: the chance that a sick film scores above a healthy one, ties counting half (Mann and
     * Whitney 1947).
     *
     * @return NaN unless both classes are present
     */
    static double auroc(Cohort cohort, int[] weights) {
        double wins = 0; // pairs in which the sick film comes first; up to n^2 / 4, hence not an int
        long sickBefore = 0;
        long sickTied = 0;
        long healthyTied = 0;
        long healthy = 0;
        for (int i = 0; i < cohort.size(); i++) {
            if (cohort.sick(i)) {
                sickTied += weights[i];
            } else {
                healthyTied += weights[i];
            }
            if (cohort.endsTie(i)) {
                wins += healthyTied * (sickBefore + sickTied * 0.5);
                sickBefore += sickTied;
                healthy += healthyTied;
                sickTied = 0;
                healthyTied = 0;
            }
        }
        return sickBefore == 0 || healthy == 0 ? Double.NaN : wins / ((double) sickBefore * healthy);
    }

    /**
     * Average precision: the sum over thresholds of precision times the recall gained there, without interpolation, as
     * scikit-learn defines it.
     *
     * @return NaN without sick films
     */
    static double averagePrecision(Cohort cohort, int[] weights) {
        double sum = 0;
        long sick = 0;
        long called = 0;
        long sickTied = 0;
        for (int i = 0; i < cohort.size(); i++) {
            called += weights[i];
            if (cohort.sick(i)) {
                sickTied += weights[i];
            }
            if (cohort.endsTie(i)) {
                sick += sickTied;
                sum += called == 0 ? 0 : sickTied * ((double) sick / called);
                sickTied = 0;
            }
        }
        return sick == 0 ? Double.NaN : sum / sick;
    }
}
