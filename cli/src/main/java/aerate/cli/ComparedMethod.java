package aerate.cli;

import aerate.training.metrics.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured of a method of courses.
 *
 * @param figures by λ, ascending
 * @param monotonicity Spearman's correlation of λ and the judge's probability along a course, the median over films: −1 for
 *     courses that only get better
 * @param smoothness mean absolute change of brightness from one λ to the next
 * @param largestJump the largest such change from one λ to the next, mean over films
 * @param secondsPerCourse of generation alone
 * @param ends probability of each film at the greatest λ, by the judge
 */
record ComparedMethod(
        Map<Integer, Figures> figures,
        Estimate monotonicity,
        Estimate smoothness,
        Estimate largestJump,
        double secondsPerCourse,
        List<Double> ends) {
    /**
     * At one λ, over films.
     *
     * @param normalRate share that the judge calls normal
     * @param outsideMae as of {@link ComparedFilm.Point}
     * @param outsideSsim likewise
     * @param reidentified share whose nearest film is the patient's own
     * @param frechet distance of the judge's features to those of real normal films
     * @param kernel likewise
     * @param lesionError of phantoms, as of {@link ComparedFilm.Point}
     * @param restError likewise
     */
    record Figures(
            Estimate normalRate,
            Estimate outsideMae,
            Estimate outsideSsim,
            Estimate reidentified,
            double frechet,
            double kernel,
            Optional<Estimate> lesionError,
            Optional<Estimate> restError) {
        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            Map<String, Object> intervals = new LinkedHashMap<>();
            put("normal_rate", normalRate, json, intervals);
            put("outside_mae", outsideMae, json, intervals);
            put("outside_ssim", outsideSsim, json, intervals);
            put("reidentified", reidentified, json, intervals);
            json.put("frechet", frechet);
            json.put("kernel", kernel);
            lesionError.ifPresent(error -> put("lesion_error", error, json, intervals));
            restError.ifPresent(error -> put("rest_error", error, json, intervals));
            json.put("intervals", intervals);
            return json;
        }
    }

    /** As {@code --json} has it. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> intervals = new LinkedHashMap<>();
        figures.forEach((lambda, figure) -> json.put(String.valueOf(lambda), figure.json()));
        put("monotonicity", monotonicity, json, intervals);
        put("smoothness", smoothness, json, intervals);
        put("largest_jump", largestJump, json, intervals);
        json.put("seconds_per_course", secondsPerCourse);
        json.put("intervals", intervals);
        return json;
    }

    private static void put(String name, Estimate estimate, Map<String, Object> json, Map<String, Object> intervals) {
        json.put(name, estimate.value());
        intervals.put(name, new double[] {estimate.low(), estimate.high()});
    }
}
