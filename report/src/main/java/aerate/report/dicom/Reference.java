package aerate.report.dicom;

import aerate.film.UnreadableFilmException;
import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomHeader;
import aerate.film.dicom.DicomObject;
import aerate.film.dicom.Uid;
import java.util.Objects;

/** An image as other objects refer to it: all of it, since films have one frame. */
record Reference(Uid sopClass, Uid instance, Uid series) {
    Reference {
        Objects.requireNonNull(sopClass);
        Objects.requireNonNull(instance);
        Objects.requireNonNull(series);
    }

    /**
     * The image of a header.
     *
     * @throws UnreadableFilmException if it lacks what a reference needs
     */
    static Reference of(DicomHeader header) throws UnreadableFilmException {
        return new Reference(
                header.uid(Attribute.SOP_CLASS_UID),
                header.uid(Attribute.SOP_INSTANCE_UID),
                header.uid(Attribute.SERIES_INSTANCE_UID));
    }

    DicomObject item() {
        return new DicomObject()
                .uid(Attribute.REFERENCED_SOP_CLASS_UID, sopClass)
                .uid(Attribute.REFERENCED_SOP_INSTANCE_UID, instance);
    }
}
