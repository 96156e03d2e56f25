package aerate.cli;

import aerate.film.Film;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import aerate.film.Similarity;
import aerate.film.phantom.Phantom;
import aerate.film.phantom.PhantomSource;
import aerate.film.truth.LesionMask;
import aerate.network.Checkpoint;
import aerate.reading.course.CourseMethod;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.heatmap.HeatMap;
import aerate.reading.heatmap.faithfulness.Localisation;
import aerate.training.metrics.Evaluation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * What the demo found.
 *
 * @param heldOut films of patients that training never saw
 * @param sick the sick among them
 * @param maps heat maps of {@code sick}
 * @param courses by method, of the first of {@code sick}
 * @param seconds by step, in order
 */
record DemoResult(
        Path folder,
        PhantomSource phantoms,
        List<LabelledFilm> heldOut,
        Checkpoint classifier,
        Evaluation evaluation,
        List<Phantom> sick,
        List<HeatMap> maps,
        Map<CourseMethod, List<TreatmentCourse>> courses,
        Map<String, Double> seconds) {
    double hitRate() {
        long hits = IntStream.range(0, sick.size())
                .filter(i -> hits(maps.get(i), sick.get(i).lesion()))
                .count();
        return (double) hits / sick.size();
    }

    /** Whether the peak of a map falls into the lesion. */
    static boolean hits(HeatMap map, Film lesion) {
        return Localisation.of(map, LesionMask.of(lesion)).hit();
    }

    /** Of the sick films as they are to their healthy twins, in dB. */
    double inputPsnr() {
        return healed().stream()
                .mapToDouble(phantom -> Similarity.psnr(phantom.film(), phantom.twin()))
                .average()
                .orElseThrow();
    }

    /** Of the films at the greatest λ to the healthy twins, in dB. */
    double psnrToTwin(CourseMethod method) {
        return mean(method, (phantom, film) -> Similarity.psnr(film, phantom.twin()));
    }

    /** Mean absolute change outside of the lesion at the greatest λ. */
    double outsideMae(CourseMethod method) {
        return mean(method, (phantom, film) -> Similarity.meanAbsoluteError(phantom.film(), film, outside(phantom)));
    }

    /** Share of the films at a λ that the classifier calls normal. */
    double normalRate(CourseMethod method, int point) {
        List<TreatmentCourse> all = courses.get(method);
        long normal = all.stream()
                .filter(course -> course.points().get(point).diagnosis().verdict() == Label.NORMAL)
                .count();
        return (double) normal / all.size();
    }

    int lastPoint() {
        return Demo.LAMBDAS.size() - 1;
    }

    List<Phantom> healed() {
        return sick.subList(0, courses.get(CourseMethod.UNIFORM).size());
    }

    double totalSeconds() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private double mean(CourseMethod method, ToDoubleBiFunction<Phantom, Film> figure) {
        List<TreatmentCourse> all = courses.get(method);
        return IntStream.range(0, all.size())
                .mapToDouble(i -> figure.applyAsDouble(
                        sick.get(i), all.get(i).points().get(lastPoint()).film()))
                .average()
                .orElseThrow();
    }

    private static boolean[] outside(Phantom phantom) {
        float[] lesion = phantom.lesion().values();
        boolean[] outside = new boolean[lesion.length];
        for (int i = 0; i < lesion.length; i++) {
            outside[i] = lesion[i] == 0;
        }
        return outside;
    }
}
