package aerate.server;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomObject;
import aerate.film.dicom.Uid;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A computed radiograph of somebody, in a study of today. */
public final class DicomFilm {
    private final Uid study;
    private final Uid series;
    private final Uid instance;
    private final byte[] file;

    private DicomFilm(Uid study, Uid series, Uid instance, byte[] file) {
        this.study = study;
        this.series = series;
        this.instance = instance;
        this.file = file;
    }

    public Uid study() {
        return study;
    }

    public Uid series() {
        return series;
    }

    public Uid instance() {
        return instance;
    }

    /** Part 10. */
    public byte[] file() {
        return file.clone();
    }

    /** Of smooth shades, different for each seed, and of as many patients. */
    public static DicomFilm of(int side, long seed) throws IOException {
        Film shades = FilmReader.read(TinyModels.film(side, seed), "shades");
        return of(shades, "patient-" + seed, LocalDate.now(ZoneId.systemDefault()));
    }

    /** Of a film at 8 bits, of a patient of that id. */
    public static DicomFilm of(Film film, String patient, LocalDate taken) {
        Uid study = Uid.fresh();
        Uid series = Uid.fresh();
        Uid instance = Uid.fresh();
        byte[] file = new DicomObject()
                .text(Attribute.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1")
                .uid(Attribute.SOP_INSTANCE_UID, instance)
                .text(Attribute.STUDY_DATE, DateTimeFormatter.BASIC_ISO_DATE.format(taken))
                .text(Attribute.STUDY_TIME, "101500")
                .text(Attribute.ACCESSION_NUMBER)
                .text(Attribute.MODALITY, "CR")
                .text(Attribute.MANUFACTURER, "Nobody")
                .text(Attribute.REFERRING_PHYSICIAN_NAME)
                .text(Attribute.PATIENT_NAME, "Doe^Jo")
                .text(Attribute.PATIENT_ID, patient)
                .text(Attribute.PATIENT_BIRTH_DATE)
                .text(Attribute.PATIENT_SEX, "O")
                .text(Attribute.BODY_PART_EXAMINED, "CHEST")
                .uid(Attribute.STUDY_INSTANCE_UID, study)
                .uid(Attribute.SERIES_INSTANCE_UID, series)
                .text(Attribute.STUDY_ID, "1")
                .text(Attribute.SERIES_NUMBER, "1")
                .text(Attribute.INSTANCE_NUMBER, "1")
                .text(Attribute.PATIENT_ORIENTATION, "L", "F")
                .numbers(Attribute.SAMPLES_PER_PIXEL, 1)
                .text(Attribute.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .numbers(Attribute.ROWS, film.height())
                .numbers(Attribute.COLUMNS, film.width())
                .numbers(Attribute.BITS_ALLOCATED, 8)
                .numbers(Attribute.BITS_STORED, 8)
                .numbers(Attribute.HIGH_BIT, 7)
                .numbers(Attribute.PIXEL_REPRESENTATION, 0)
                .bytes(Attribute.PIXEL_DATA, film.bytes())
                .file();
        return new DicomFilm(study, series, instance, file);
    }
}
