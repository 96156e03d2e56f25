package aerate.report.dicom;

import aerate.film.Film;
import aerate.film.UnreadableFilmException;
import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomHeader;
import aerate.film.dicom.DicomObject;
import aerate.report.ResearchBand;
import java.awt.image.BufferedImage;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/** Pictures as secondary captures (PS3.3, A.8.1). */
public final class SecondaryCapture {
    private static final String CLASS = "1.2.840.10008.5.1.4.1.1.7";
    private static final Code SOURCE = Code.dcm("121322", "Source image for image processing operation");

    private SecondaryCapture() {}

    /**
     * A picture made of a film, in the film's study, with the notice burnt into its pixels.
     *
     * @param film the header of the film
     * @param what the picture is: goes into series, comment and pixels
     * @param how it was made
     * @throws UnreadableFilmException if the header lacks what a reference to it needs
     */
    public static byte[] of(
            BufferedImage picture, DicomHeader film, String what, String how, Equipment equipment, LocalDateTime now)
            throws UnreadableFilmException {
        film.uid(Attribute.STUDY_INSTANCE_UID);
        DicomObject source =
                Reference.of(film).item().items(Attribute.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, SOURCE.item());
        DicomObject capture = described(StudyObject.of(film, CLASS, now), equipment.version(), what)
                .text(Attribute.IMAGE_TYPE, "DERIVED", "SECONDARY")
                .repeat(film, Attribute.PATIENT_ORIENTATION, Attribute.LATERALITY, Attribute.BURNED_IN_ANNOTATION)
                .text(
                        Attribute.DERIVATION_DESCRIPTION,
                        PlainText.prose(how + " Model " + equipment.model() + ", weights SHA-256 "
                                + equipment.weightsHash() + "."))
                .items(Attribute.SOURCE_IMAGE_SEQUENCE, source);
        loseAsMuch(capture, film);
        return coloured(capture, ResearchBand.below(picture, PlainText.ascii(what)))
                .file();
    }

    /**
     * A film that came without a header, as an image of a new study of nobody that other objects can refer to. Its pixels are
     * the film's own, without a notice.
     *
     * @param lossyRatio by how much its file was compressed with loss; 0 if it was not
     */
    public static byte[] of(Film film, double lossyRatio, String version, LocalDateTime now) {
        DicomObject capture = described(StudyObject.ofNobody(CLASS, now), version, "film without header")
                .text(Attribute.IMAGE_TYPE, "ORIGINAL", "SECONDARY")
                .text(Attribute.LOSSY_IMAGE_COMPRESSION, lossyRatio > 0 ? "01" : "00");
        if (lossyRatio > 0) {
            capture.text(Attribute.LOSSY_IMAGE_COMPRESSION_METHOD, "ISO_10918_1")
                    .text(Attribute.LOSSY_IMAGE_COMPRESSION_RATIO, ratio(lossyRatio));
        }
        return grey(capture, film).file();
    }

    /** What was once lost stays lost (PS3.3, C.7.6.1.1.5): by as much as the film says, or else as its file shows. */
    private static void loseAsMuch(DicomObject capture, DicomHeader film) throws UnreadableFilmException {
        if (film.text(Attribute.LOSSY_IMAGE_COMPRESSION).equals(Optional.of("01"))) {
            film.compression().ifPresent(times -> capture.text(Attribute.LOSSY_IMAGE_COMPRESSION_RATIO, ratio(times)));
        }
        capture.repeat(
                film,
                Attribute.LOSSY_IMAGE_COMPRESSION,
                Attribute.LOSSY_IMAGE_COMPRESSION_RATIO,
                Attribute.LOSSY_IMAGE_COMPRESSION_METHOD);
    }

    private static String ratio(double times) {
        return String.format(Locale.ROOT, "%.3f", times);
    }

    private static DicomObject described(DicomObject capture, String version, String what) {
        return capture.text(Attribute.MODALITY, "OT")
                .text(Attribute.SERIES_DESCRIPTION, PlainText.line(Notice.SHORT + ": " + what))
                .text(Attribute.SERIES_NUMBER, "1")
                .text(Attribute.PATIENT_ORIENTATION)
                .text(Attribute.BODY_PART_EXAMINED, "CHEST")
                .text(Attribute.IMAGE_COMMENTS, Notice.LONG + " This is: " + PlainText.ascii(what) + ".")
                .text(Attribute.CONVERSION_TYPE, "WSD")
                .text(Attribute.SECONDARY_CAPTURE_DEVICE_MANUFACTURER, Equipment.MANUFACTURER)
                .text(Attribute.SECONDARY_CAPTURE_DEVICE_MODEL_NAME, Equipment.MANUFACTURER)
                .text(Attribute.SECONDARY_CAPTURE_DEVICE_SOFTWARE_VERSIONS, PlainText.line(version));
    }

    private static DicomObject coloured(DicomObject capture, BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] colours = picture.getRGB(0, 0, width, height, null, 0, width);
        byte[] cells = new byte[3 * colours.length];
        for (int i = 0; i < colours.length; i++) {
            cells[3 * i] = (byte) (colours[i] >> 16);
            cells[3 * i + 1] = (byte) (colours[i] >> 8);
            cells[3 * i + 2] = (byte) colours[i];
        }
        return shaped(capture, width, height, 8, 8)
                .numbers(Attribute.SAMPLES_PER_PIXEL, 3)
                .text(Attribute.PHOTOMETRIC_INTERPRETATION, "RGB")
                .numbers(Attribute.PLANAR_CONFIGURATION, 0)
                .bytes(Attribute.PIXEL_DATA, cells);
    }

    private static DicomObject grey(DicomObject capture, Film film) {
        int bytes = film.bits() > 8 ? 2 : 1;
        byte[] cells = new byte[bytes * film.width() * film.height()];
        for (int i = 0; i < film.width() * film.height(); i++) {
            int sample = film.at(i % film.width(), i / film.width());
            cells[bytes * i] = (byte) sample;
            if (bytes == 2) {
                cells[2 * i + 1] = (byte) (sample >> 8);
            }
        }
        return shaped(capture, film.width(), film.height(), 8 * bytes, film.bits())
                .numbers(Attribute.SAMPLES_PER_PIXEL, 1)
                .text(Attribute.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .bytes(Attribute.PIXEL_DATA, cells);
    }

    private static DicomObject shaped(DicomObject capture, int width, int height, int allocated, int stored) {
        return capture.numbers(Attribute.ROWS, height)
                .numbers(Attribute.COLUMNS, width)
                .numbers(Attribute.BITS_ALLOCATED, allocated)
                .numbers(Attribute.BITS_STORED, stored)
                .numbers(Attribute.HIGH_BIT, stored - 1)
                .numbers(Attribute.PIXEL_REPRESENTATION, 0);
    }
}
