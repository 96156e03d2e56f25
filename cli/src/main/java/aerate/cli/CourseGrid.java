package aerate.cli;

import aerate.reading.course.CourseGenerator;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.heatmap.HeatMap;
import aerate.report.FilmPicture;
import aerate.report.Panel;
import aerate.report.Strip;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Courses to look at: of the film whose course ends best for the judge, of the median and of the worst.
 *
 * @param ends the judge's probability of each film's last
 */
record CourseGrid(CourseComparison comparison, CourseGenerator generator, List<Double> ends) {
    BufferedImage picture() {
        List<Integer> ranking = IntStream.range(0, ends.size())
                .boxed()
                .sorted(Comparator.comparingDouble(ends::get))
                .toList();
        List<Strip.Row> rows = new ArrayList<>();
        rows.add(row("best", ranking.get(0)));
        rows.add(row("median", ranking.get(ranking.size() / 2)));
        rows.add(row("worst", ranking.get(ranking.size() - 1)));
        return Strip.grid(rows);
    }

    private Strip.Row row(String title, int index) {
        HeatMap map = comparison.where().get(index);
        TreatmentCourse course =
                generator.generate(comparison.films().get(index).film(), map, comparison.lambdas());
        List<JudgedFilm> judged = comparison
                .judge()
                .judge(course.points().stream().map(TreatmentCourse.Point::film).toList());
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel(Pictures.overlay(course.film(), map), "heat map"));
        for (int i = 0; i < judged.size(); i++) {
            panels.add(new Panel(
                    FilmPicture.of(course.points().get(i).film()),
                    "λ " + course.points().get(i).lambda(),
                    String.format(Locale.ROOT, "%.1f %%", 100 * judged.get(i).probability())));
        }
        return new Strip.Row(title, panels);
    }
}
