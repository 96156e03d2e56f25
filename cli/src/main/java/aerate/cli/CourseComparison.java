package aerate.cli;

import aerate.film.Film;
import aerate.film.Similarity;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Scope;
import aerate.training.metrics.Estimate;
import aerate.training.metrics.FeatureDistance;
import aerate.training.metrics.Measurement;
import aerate.training.metrics.RankCorrelation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The courses of films by one method, measured as they are made: no more than a batch of them is in memory.
 *
 * @param films whose courses are generated
 * @param where their heat maps
 * @param lambdas ascending, 0 first
 * @param real features of real normal films, of the judge
 * @param seed of the intervals
 */
record CourseComparison(
        List<ComparedFilm> films,
        List<HeatMap> where,
        List<Integer> lambdas,
        CourseJudge judge,
        Gallery gallery,
        List<float[]> real,
        long seed) {
    /** What is gathered of a film along its course. */
    private record Measured(String patient, List<ComparedFilm.Point> points, List<Double> jumps) {}

    ComparedMethod of(CourseGenerator generator) {
        List<Measured> measured = new ArrayList<>();
        Map<Integer, List<float[]>> features = new LinkedHashMap<>();
        double seconds = 0;
        for (int from = 0; from < films.size(); from += CourseGenerator.BATCH) {
            int to = Math.min(films.size(), from + CourseGenerator.BATCH);
            List<Film> some =
                    films.subList(from, to).stream().map(ComparedFilm::film).toList();
            long start = System.nanoTime();
            List<TreatmentCourse> courses = generator.generate(some, where.subList(from, to), lambdas);
            seconds += (System.nanoTime() - start) / 1e9;
            for (int i = 0; i < lambdas.size(); i++) {
                int index = i;
                List<Film> healed = courses.stream()
                        .map(course -> course.points().get(index).film())
                        .toList();
                features.computeIfAbsent(lambdas.get(i), lambda -> new ArrayList<>())
                        .addAll(judge.features(healed));
            }
            for (int i = 0; i < courses.size(); i++) {
                measured.add(measure(films.get(from + i), courses.get(i)));
            }
        }
        return summary(measured, features, seconds / films.size());
    }

    private Measured measure(ComparedFilm film, TreatmentCourse course) {
        List<TreatmentCourse.Point> points = course.points();
        List<JudgedFilm> judged =
                judge.judge(points.stream().map(TreatmentCourse.Point::film).toList());
        return new Measured(
                film.entry().patient(),
                IntStream.range(0, points.size())
                        .mapToObj(i -> film.measure(course, points.get(i), judged.get(i), gallery))
                        .toList(),
                IntStream.range(1, points.size())
                        .mapToObj(i -> Similarity.meanAbsoluteError(
                                points.get(i - 1).film(), points.get(i).film()))
                        .toList());
    }

    private ComparedMethod summary(List<Measured> measured, Map<Integer, List<float[]>> features, double seconds) {
        Map<Integer, ComparedMethod.Figures> figures = new LinkedHashMap<>();
        for (int i = 0; i < lambdas.size(); i++) {
            int index = i;
            Function<Function<ComparedFilm.Point, Double>, Estimate> mean =
                    figure -> mean(measured, film -> figure.apply(film.points().get(index)));
            figures.put(lambdas.get(i), figures(mean, measured.get(0).points().get(i), features.get(lambdas.get(i))));
        }
        double[] axis = lambdas.stream().mapToDouble(lambda -> lambda).toArray();
        return new ComparedMethod(
                figures,
                Estimate.ofMedian(measurements(measured, film -> correlation(axis, film)), seed),
                mean(measured, film -> mean(film.jumps())),
                mean(
                        measured,
                        film -> film.jumps().stream()
                                .mapToDouble(jump -> jump)
                                .max()
                                .orElse(0)),
                seconds,
                measured.stream()
                        .map(film -> film.points().get(lambdas.size() - 1).probability())
                        .toList());
    }

    private ComparedMethod.Figures figures(
            Function<Function<ComparedFilm.Point, Double>, Estimate> mean,
            ComparedFilm.Point example,
            List<float[]> features) {
        try (Scope scope = Scope.open()) {
            boolean enough = real.size() > 1 && features.size() > 1;
            var generated = CourseJudge.matrix(features);
            var normal = enough ? CourseJudge.matrix(real) : generated;
            boolean phantom = example.lesionError().isPresent();
            return new ComparedMethod.Figures(
                    mean.apply(point -> point.normal() ? 1.0 : 0.0),
                    mean.apply(ComparedFilm.Point::outsideMae),
                    mean.apply(ComparedFilm.Point::outsideSsim),
                    mean.apply(point -> point.reidentified() ? 1.0 : 0.0),
                    enough ? FeatureDistance.frechet(generated, normal) : Double.NaN,
                    enough ? FeatureDistance.kernel(generated, normal) : Double.NaN,
                    phantom
                            ? Optional.of(
                                    mean.apply(point -> point.lesionError().orElseThrow()))
                            : Optional.empty(),
                    phantom ? Optional.of(mean.apply(point -> point.restError().orElseThrow())) : Optional.empty());
        }
    }

    /** A course along which nothing changes goes neither way: 0. */
    private static double correlation(double[] axis, Measured film) {
        double[] probabilities = film.points().stream()
                .mapToDouble(ComparedFilm.Point::probability)
                .toArray();
        double correlation = RankCorrelation.of(axis, probabilities);
        return Double.isNaN(correlation) ? 0 : correlation;
    }

    private Estimate mean(List<Measured> films, Function<Measured, Double> figure) {
        return Estimate.ofMean(measurements(films, figure), seed);
    }

    private static List<Measurement> measurements(List<Measured> films, Function<Measured, Double> figure) {
        return films.stream()
                .map(film -> new Measurement(film.patient(), figure.apply(film)))
                .collect(Collectors.toList());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(0);
    }
}
