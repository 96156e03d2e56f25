package aerate.cli;

import aerate.network.Checkpoint;
import aerate.reading.course.TreatmentCourse;
import aerate.report.dicom.Equipment;
import aerate.report.dicom.SecondaryCapture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Courses as DICOM: {@code FILM-course.dcm}, in the films' studies.
 *
 * @param generator the denoiser that draws them
 */
record DicomStrips(DicomFolder folder, Equipment generator) {
    static DicomStrips in(Path folder, Path denoiser) throws IOException {
        Checkpoint checkpoint = Checkpoint.open(denoiser);
        Equipment generator = DicomFolder.equipment(checkpoint.manifest().name(), checkpoint.weightsHash());
        return new DicomStrips(DicomFolder.in(folder), generator);
    }

    void write(NamedFilm named, TreatmentCourse course) throws IOException {
        String lambdas = course.points().stream()
                .map(point -> String.valueOf(point.lambda()))
                .collect(Collectors.joining(", "));
        byte[] capture = SecondaryCapture.of(
                CourseFolder.strip(course),
                folder.header(named, course.film()),
                "generated treatment course",
                "Films generated from one film for lambda " + lambdas + " by "
                        + course.settings().method().title() + ", seed "
                        + course.settings().seed() + ". Lambda is a severity, not a time; this is no prognosis.",
                generator,
                folder.now());
        folder.write(named, "course", capture);
    }
}
