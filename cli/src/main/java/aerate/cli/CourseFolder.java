package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmWriter;
import aerate.film.WholeFile;
import aerate.network.Json;
import aerate.reading.course.TreatmentCourse;
import aerate.report.Animation;
import aerate.report.DifferenceMap;
import aerate.report.FilmPicture;
import aerate.report.Panel;
import aerate.report.Strip;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A course on disk: {@code lambda-NNN.png} at the film's own size and depth, {@code difference-NNN.png}, {@code strip.png},
 * {@code course.gif} and {@code course.json}.
 */
final class CourseFolder {
    /** Change of brightness that a difference map shows in its strongest colour. */
    static final float RANGE = 0.3f;

    private static final Duration FRAME = Duration.ofMillis(600);

    private CourseFolder() {}

    /**
     * What {@code course.json} holds.
     *
     * @param film where it came from
     * @param method of generation
     * @param steps of the sampler for the full range
     * @param seed of all noise
     * @param spared whether the film was called normal, so that nothing was changed
     * @param points one for each λ, in order
     */
    record Description(String film, String method, int steps, long seed, boolean spared, List<Point> points) {}

    /**
     * A film of the course.
     *
     * @param lambda how far towards healthy: a severity, not a time
     * @param probability of pneumonia in [0, 1], by the classifier
     * @param verdict at its operating point
     * @param changeInside mean absolute change of brightness within the region, in [0, 1]
     * @param changeOutside the same outside of it
     * @param ssim structural similarity to the patient's own film, in [-1, 1]
     * @param file the film
     */
    record Point(
            int lambda,
            double probability,
            String verdict,
            double changeInside,
            double changeOutside,
            double ssim,
            String file) {}

    static Description write(TreatmentCourse course, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Point> points = new ArrayList<>();
        for (TreatmentCourse.Point point : course.points()) {
            String number = String.format(Locale.ROOT, "%03d", point.lambda());
            FilmWriter.writePng(point.film(), folder.resolve("lambda-" + number + ".png"));
            Pictures.writePng(
                    DifferenceMap.paint(course.film(), point.film(), RANGE),
                    folder.resolve("difference-" + number + ".png"));
            points.add(new Point(
                    point.lambda(),
                    point.diagnosis().probability(),
                    point.diagnosis().verdict().name(),
                    point.changeInside(),
                    point.changeOutside(),
                    point.ssim(),
                    "lambda-" + number + ".png"));
        }
        Pictures.writePng(strip(course), folder.resolve("strip.png"));
        WholeFile.write(folder.resolve("course.gif"), animation(course));
        Description description = new Description(
                course.film().info().source(),
                course.settings().method().title(),
                course.settings().steps(),
                course.settings().seed(),
                course.spared(),
                points);
        WholeFile.write(folder.resolve("course.json"), Json.MAPPER.writeValueAsBytes(description));
        return description;
    }

    static BufferedImage strip(TreatmentCourse course) {
        return Strip.row(course.points().stream()
                .map(point -> new Panel(
                        FilmPicture.of(point.film()),
                        "λ " + point.lambda(),
                        String.format(
                                Locale.ROOT, "%.1f %%", 100 * point.diagnosis().probability())))
                .toList());
    }

    static BufferedImage differences(TreatmentCourse course) {
        return Strip.row(course.points().stream()
                .map(point -> new Panel(DifferenceMap.paint(course.film(), point.film(), RANGE), "λ " + point.lambda()))
                .toList());
    }

    static byte[] animation(TreatmentCourse course) {
        List<Film> films =
                course.points().stream().map(TreatmentCourse.Point::film).toList();
        return Animation.gif(films.stream().map(FilmPicture::of).toList(), FRAME);
    }
}
