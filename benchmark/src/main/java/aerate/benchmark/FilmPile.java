package aerate.benchmark;

import aerate.film.Film;
import aerate.film.LabelledFilm;
import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomObject;
import aerate.film.dicom.Uid;
import aerate.film.phantom.PhantomSource;
import aerate.report.FilmPicture;
import aerate.report.Thumbnail;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes piles of phantoms to be read: a few patients' films, again and again under other names. */
final class FilmPile {
    private static final int PATIENTS = 16;
    private static final int WHITE = 0x0FFF; // of 12 bits

    private FilmPile() {}

    /** JPEG of 224 px. */
    static void writeJpegs(Path folder, int films) throws IOException {
        write(folder, ".jpeg", films, 224, film -> Thumbnail.jpeg(FilmPicture.of(film)));
    }

    /** DICOM of 2000 x 2000 pixels, 12 bits in 16, not compressed. */
    static void writeDicoms(Path folder, int films) throws IOException {
        write(folder, ".dcm", films, 500, film -> dicom(film.resized(2000, 2000)));
    }

    private interface Encoder {
        byte[] encode(Film film) throws IOException;
    }

    private static void write(Path folder, String extension, int films, int size, Encoder encoder) throws IOException {
        Files.createDirectories(folder);
        PhantomSource source = PhantomSource.of(PATIENTS, size, 1);
        List<LabelledFilm> phantoms = source.films();
        for (int patient = 0; patient < PATIENTS; patient++) {
            byte[] file = encoder.encode(source.read(phantoms.get(patient)));
            for (int i = patient; i < films; i += PATIENTS) {
                Files.write(folder.resolve("film-" + i + extension), file);
            }
        }
    }

    /** A computed radiograph, explicit VR little endian. */
    static byte[] dicom(Film film) {
        return new DicomObject()
                .uid(Attribute.SOP_CLASS_UID, new Uid("1.2.840.10008.5.1.4.1.1.1"))
                .uid(Attribute.SOP_INSTANCE_UID, Uid.fresh())
                .text(Attribute.MODALITY, "CR")
                .numbers(Attribute.SAMPLES_PER_PIXEL, 1)
                .text(Attribute.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .numbers(Attribute.ROWS, film.height())
                .numbers(Attribute.COLUMNS, film.width())
                .numbers(Attribute.BITS_ALLOCATED, 16)
                .numbers(Attribute.BITS_STORED, 12)
                .numbers(Attribute.HIGH_BIT, 11)
                .numbers(Attribute.PIXEL_REPRESENTATION, 0)
                .bytes(Attribute.PIXEL_DATA, pixels(film))
                .file();
    }

    private static byte[] pixels(Film film) {
        byte[] pixels = new byte[2 * film.width() * film.height()];
        ByteBuffer samples = ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < film.height(); y++) {
            for (int x = 0; x < film.width(); x++) {
                samples.putShort((short) ((long) film.at(x, y) * WHITE / film.maximum()));
            }
        }
        return pixels;
    }
}
