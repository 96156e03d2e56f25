package aerate.cli;

import aerate.film.Film;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes films as hospitals have them: DICOM, explicit little endian, uncompressed. */
final class DicomCopy {
    private static final int PREAMBLE_BYTES = 128;

    private DicomCopy() {}

    /** The film of a patient, at its own depth. */
    static Path of(Film film, String patient, Path file) throws IOException {
        int pixels = film.width() * film.height();
        ByteBuffer out = ByteBuffer.allocate(1024 + 2 * pixels).order(ByteOrder.LITTLE_ENDIAN);
        out.position(PREAMBLE_BYTES);
        out.put("DICM".getBytes(StandardCharsets.US_ASCII));
        text(out, 0x0002_0010, "UI", "1.2.840.10008.1.2.1\0");
        text(out, 0x0008_0005, "CS", "ISO_IR 192");
        text(out, 0x0008_1030, "LO", "흉부 PA");
        text(out, 0x0010_0020, "LO", patient);
        number(out, 0x0028_0002, 1);
        text(out, 0x0028_0004, "CS", "MONOCHROME2 ");
        number(out, 0x0028_0010, film.height());
        number(out, 0x0028_0011, film.width());
        number(out, 0x0028_0100, 16);
        number(out, 0x0028_0101, film.bits());
        number(out, 0x0028_0102, film.bits() - 1);
        number(out, 0x0028_0103, 0);
        header(out, 0x7FE0_0010, "OW").putShort((short) 0).putInt(2 * pixels);
        for (int i = 0; i < pixels; i++) {
            out.putShort((short) film.at(i % film.width(), i / film.width()));
        }
        byte[] content = new byte[out.flip().remaining()];
        out.get(content);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static void text(ByteBuffer out, int tag, String vr, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        header(out, tag, vr).putShort((short) (bytes.length + bytes.length % 2)).put(bytes);
        if (bytes.length % 2 != 0) {
            out.put((byte) ' ');
        }
    }

    private static void number(ByteBuffer out, int tag, int number) {
        header(out, tag, "US").putShort((short) 2).putShort((short) number);
    }

    private static ByteBuffer header(ByteBuffer out, int tag, String vr) {
        return out.putShort((short) (tag >>> 16)).putShort((short) tag).put(vr.getBytes(StandardCharsets.US_ASCII));
    }
}
