package aerate.report.dicom;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomHeader;
import aerate.film.dicom.DicomObject;
import aerate.film.dicom.Uid;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;

/** What objects are made of in tests. */
final class Given {
    static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 9, 5, 7);
    static final Equipment EQUIPMENT = new Equipment("0.1.0 (test)", "tiny \u03bb\\net", "0123456789abcdef".repeat(4));

    private Given() {}

    /** A radiograph of a hospital, as far as objects refer to it. */
    static DicomObject radiograph() {
        return new DicomObject()
                .text(Attribute.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                .text(Attribute.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1")
                .uid(Attribute.SOP_INSTANCE_UID, new Uid("1.2.3.4"))
                .uid(Attribute.SERIES_INSTANCE_UID, new Uid("1.2.3.3"))
                .uid(Attribute.STUDY_INSTANCE_UID, new Uid("1.2.3.2"))
                .text(Attribute.MODALITY, "CR")
                .text(Attribute.PATIENT_NAME, "Doe^Jo")
                .text(Attribute.PATIENT_ID, "4711")
                .text(Attribute.ISSUER_OF_PATIENT_ID, "Ward")
                .text(Attribute.PATIENT_BIRTH_DATE, "20220506")
                .text(Attribute.PATIENT_SEX, "F")
                .text(Attribute.STUDY_DATE, "20260301")
                .text(Attribute.STUDY_TIME, "101112")
                .text(Attribute.ACCESSION_NUMBER, "A17")
                .text(Attribute.STUDY_ID, "S1")
                .text(Attribute.STUDY_DESCRIPTION, "Thorax")
                .text(Attribute.PATIENT_ORIENTATION, "L", "F")
                .text(Attribute.BURNED_IN_ANNOTATION, "NO")
                .text(Attribute.LOSSY_IMAGE_COMPRESSION, "00");
    }

    static DicomHeader header(byte[] file) throws IOException {
        return DicomHeader.of(file, "film.dcm").orElseThrow();
    }

    /** A film that came as JPEG or PNG. */
    static Film film(int bits) {
        float[] values = new float[60 * 40];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (i % 61) / 60;
        }
        return Film.ofValues(60, 40, bits, values, FilmInfo.of("film"));
    }

    static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(500, 300, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 500; x++) {
                picture.setRGB(x, y, x << 15 | y << 7 | (x + y) % 256);
            }
        }
        return picture;
    }

    static Finding sick() {
        boolean[] inside = new boolean[64];
        inside[9] = true;
        inside[10] = true;
        inside[63] = true;
        return new Finding(0.75, 0.4, "by test", false, "grad-cam", 0.7, Outline.of(inside, 8, 8, 60, 40));
    }

    static Finding well() {
        return new Finding(0.25, 0.4, "by test", true, "grad-cam", 0.7, List.of());
    }
}
