package aerate.training.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** A cohort called sick or healthy at one threshold, and what is counted of that. */
record Verdicts(Cohort cohort, double threshold, Bootstrap bootstrap) {
    Confusion confusion() {
        return Confusion.of(cohort, threshold, cohort.ones());
    }

    Estimate estimate(ToDoubleFunction<Confusion> rate) {
        return bootstrap.estimate(weights -> rate.applyAsDouble(Confusion.of(cohort, threshold, weights)));
    }

    /** One entry per subtype of the sick films, by name. */
    List<SubtypeSensitivity> subtypes() {
        TreeMap<String, List<Integer>> filmsOf = new TreeMap<>();
        for (int film = 0; film < cohort.size(); film++) {
            if (cohort.sick(film)) {
                String subtype = cohort.prediction(film).subtype().orElse("unspecified");
                filmsOf.computeIfAbsent(subtype, name -> new ArrayList<>()).add(film);
            }
        }
        List<SubtypeSensitivity> subtypes = new ArrayList<>();
        filmsOf.forEach((subtype, films) -> subtypes.add(new SubtypeSensitivity(
                subtype,
                films.size(),
                (int) films.stream().filter(this::calledSick).count(),
                bootstrap.estimate(weights -> shareFound(films, weights)))));
        return subtypes;
    }

    private boolean calledSick(int film) {
        return cohort.probability(film) >= threshold;
    }

    private double shareFound(List<Integer> films, int[] weights) {
        int found = 0;
        int all = 0;
        for (int film : films) {
            all += weights[film];
            found += calledSick(film) ? weights[film] : 0;
        }
        return all == 0 ? Double.NaN : (double) found / all;
    }
}
