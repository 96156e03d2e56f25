package aerate.benchmark;

import aerate.film.Film;
import aerate.film.LabelledFilm;
import aerate.film.phantom.PhantomSource;
import aerate.report.FilmPicture;
import aerate.report.Thumbnail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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

    /** A Part 10 file, explicit VR little endian. */
    static byte[] dicom(Film film) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[128]);
        file.write("DICM".getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream meta = new ByteArrayOutputStream();
        element(meta, 0x0002, 0x0002, "UI", text("1.2.840.10008.5.1.4.1.1.1\0")); // CR image
        element(meta, 0x0002, 0x0003, "UI", text("2.25.1\0"));
        element(meta, 0x0002, 0x0010, "UI", text("1.2.840.10008.1.2.1\0")); // explicit VR little endian
        element(file, 0x0002, 0x0000, "UL", little(4).putInt(meta.size()).array());
        meta.writeTo(file);
        element(file, 0x0008, 0x0016, "UI", text("1.2.840.10008.5.1.4.1.1.1\0"));
        element(file, 0x0008, 0x0018, "UI", text("2.25.1\0"));
        element(file, 0x0008, 0x0060, "CS", text("CR"));
        element(file, 0x0028, 0x0002, "US", number(1)); // samples a pixel
        element(file, 0x0028, 0x0004, "CS", text("MONOCHROME2 "));
        element(file, 0x0028, 0x0010, "US", number(film.height()));
        element(file, 0x0028, 0x0011, "US", number(film.width()));
        element(file, 0x0028, 0x0100, "US", number(16)); // bits allocated
        element(file, 0x0028, 0x0101, "US", number(12)); // bits stored
        element(file, 0x0028, 0x0102, "US", number(11)); // high bit
        element(file, 0x0028, 0x0103, "US", number(0)); // unsigned
        element(file, 0x7FE0, 0x0010, "OW", pixels(film));
        return file.toByteArray();
    }

    private static byte[] pixels(Film film) {
        ByteBuffer pixels = little(2 * film.width() * film.height());
        for (int y = 0; y < film.height(); y++) {
            for (int x = 0; x < film.width(); x++) {
                pixels.putShort((short) ((long) film.at(x, y) * WHITE / film.maximum()));
            }
        }
        return pixels.array();
    }

    private static void element(ByteArrayOutputStream to, int group, int tag, String vr, byte[] value) {
        boolean isLong = vr.equals("OW");
        ByteBuffer head = little(isLong ? 12 : 8).putShort((short) group).putShort((short) tag);
        head.put(text(vr));
        if (isLong) {
            head.putShort((short) 0).putInt(value.length);
        } else {
            head.putShort((short) value.length);
        }
        to.writeBytes(head.array());
        to.writeBytes(value);
    }

    private static byte[] number(int value) {
        return little(2).putShort((short) value).array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
