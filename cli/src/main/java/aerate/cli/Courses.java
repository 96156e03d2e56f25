package aerate.cli;

import aerate.film.Film;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.HeatMap;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;

/** Generates courses under a progress bar. */
final class Courses {
    private Courses() {}

    static List<TreatmentCourse> generate(
            HealthyPrior prior,
            Classifier judge,
            CourseSettings settings,
            List<Film> films,
            List<HeatMap> maps,
            List<Integer> lambdas) {
        int steps = new CourseGenerator(prior, judge, settings).steps(films.size(), lambdas);
        try (ProgressBar bar = Bars.of("course, " + settings.method().title(), steps, "steps")) {
            return new CourseGenerator(prior, judge, settings, bar::step).generate(films, maps, lambdas);
        }
    }
}
