package aerate.cli;

import aerate.film.Film;
import aerate.film.WholeFile;
import aerate.film.dicom.DicomHeader;
import aerate.report.dicom.Equipment;
import aerate.report.dicom.SecondaryCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where DICOM objects made of films go: {@code FILM-WHAT.dcm}. A film that came without a header is written too, as
 * {@code FILM-film.dcm} in a study of nobody, so that the others have an image to refer to.
 *
 * @param now what the objects say of their making
 */
record DicomFolder(Path folder, LocalDateTime now) {
    /** A folder that is there from now on. */
    static DicomFolder in(Path folder) throws IOException {
        return new DicomFolder(Files.createDirectories(folder), LocalDateTime.now(ZoneId.systemDefault()));
    }

    /** This Aerate with a model. */
    static Equipment equipment(String model, String weightsHash) {
        return new Equipment(version(), model, weightsHash);
    }

    void write(NamedFilm film, String what, byte[] object) throws IOException {
        WholeFile.write(folder.resolve(film.name() + "-" + what + ".dcm"), object);
    }

    /** The header of the film, or that of the copy which this writes. */
    DicomHeader header(NamedFilm named, Film film) throws IOException {
        String source = named.file().toString();
        if (!Files.isRegularFile(named.file())) { // FILE#2
            throw new IllegalArgumentException(
                    source + ": a film that DICOM objects refer to must be a file, was a frame of one");
        }
        byte[] content = Files.readAllBytes(named.file());
        Optional<DicomHeader> own = DicomHeader.of(content, source);
        if (own.isPresent()) {
            return own.get();
        }
        boolean lossy = (content[0] & 0xFF) == 0xFF; // as a JPEG begins, and no other film does
        double bytes = (double) film.width() * film.height() * (film.bits() > 8 ? 2 : 1);
        byte[] copy = SecondaryCapture.of(film, lossy ? bytes / content.length : 0, version(), now);
        write(named, "film", copy);
        return DicomHeader.of(copy, source).orElseThrow();
    }

    private static String version() {
        return Main.VERSION + " (" + System.getProperty("aerate.commit", "unknown") + ")";
    }
}
