package aerate.report.dicom;

import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomHeader;
import aerate.film.dicom.DicomObject;
import aerate.film.dicom.Uid;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The modules that all objects of Aerate share: patient and study as the film has them, a series of its own. */
final class StudyObject {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    /** Type 2 of patient and study: there, though maybe empty. */
    private static final Attribute[] DEMANDED = {
        Attribute.PATIENT_NAME,
        Attribute.PATIENT_ID,
        Attribute.PATIENT_BIRTH_DATE,
        Attribute.PATIENT_SEX,
        Attribute.STUDY_DATE,
        Attribute.STUDY_TIME,
        Attribute.REFERRING_PHYSICIAN_NAME,
        Attribute.STUDY_ID,
        Attribute.ACCESSION_NUMBER
    };

    private static final Attribute[] OPTIONAL = {
        Attribute.SPECIFIC_CHARACTER_SET,
        Attribute.ISSUER_OF_PATIENT_ID,
        Attribute.PATIENT_IDENTITY_REMOVED,
        Attribute.DEIDENTIFICATION_METHOD,
        Attribute.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED,
        Attribute.STUDY_INSTANCE_UID,
        Attribute.STUDY_DESCRIPTION
    };

    private StudyObject() {}

    /** One of the film's patient and study. */
    static DicomObject of(DicomHeader film, String sopClass, LocalDateTime now) {
        return demanded(sopClass, now).repeat(film, DEMANDED).repeat(film, OPTIONAL);
    }

    /** One of a new study of nobody. */
    static DicomObject ofNobody(String sopClass, LocalDateTime now) {
        return demanded(sopClass, now)
                .uid(Attribute.STUDY_INSTANCE_UID, Uid.fresh())
                .text(Attribute.STUDY_DESCRIPTION, "Film without DICOM header: patient unknown");
    }

    private static DicomObject demanded(String sopClass, LocalDateTime now) {
        DicomObject object = new DicomObject();
        for (Attribute attribute : DEMANDED) {
            object.text(attribute);
        }
        return object.text(Attribute.SOP_CLASS_UID, sopClass)
                .uid(Attribute.SOP_INSTANCE_UID, Uid.fresh())
                .uid(Attribute.SERIES_INSTANCE_UID, Uid.fresh())
                .text(Attribute.INSTANCE_NUMBER, "1")
                .text(Attribute.MANUFACTURER, Equipment.MANUFACTURER)
                .text(Attribute.CONTENT_DATE, DAY.format(now))
                .text(Attribute.CONTENT_TIME, TIME.format(now));
    }
}
