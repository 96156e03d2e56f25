package aerate.report.dicom;

import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomObject;
import aerate.film.dicom.Uid;
import java.util.List;
import java.util.Locale;

/** Items of a structured report's content tree (PS3.3, C.17.3). */
final class Content {
    /** How an item belongs to the one above it. */
    enum Relation {
        CONTAINS,
        HAS_ACQ_CONTEXT,
        HAS_CONCEPT_MOD,
        HAS_OBS_CONTEXT,
        SELECTED_FROM;

        String text() {
            return name().replace('_', ' ');
        }
    }

    private Content() {}

    static DicomObject container(Relation relation, Code name, List<DicomObject> children) {
        return heading(item(relation, "CONTAINER"), name, children);
    }

    /** What a container is besides its relation: the root has none. */
    static DicomObject heading(DicomObject container, Code name, List<DicomObject> children) {
        return named(container, name)
                .text(Attribute.CONTINUITY_OF_CONTENT, "SEPARATE")
                .items(Attribute.CONTENT_SEQUENCE, children);
    }

    static DicomObject code(Relation relation, Code name, Code value) {
        return named(item(relation, "CODE"), name).items(Attribute.CONCEPT_CODE_SEQUENCE, value.item());
    }

    static DicomObject text(Relation relation, Code name, String text) {
        return named(item(relation, "TEXT"), name).text(Attribute.TEXT_VALUE, PlainText.ascii(text));
    }

    static DicomObject uid(Relation relation, Code name, Uid uid) {
        return named(item(relation, "UIDREF"), name).uid(Attribute.UID, uid);
    }

    /** A number with six digits. */
    static DicomObject number(Code name, double value, Code unit) {
        DicomObject measured = new DicomObject()
                .text(Attribute.NUMERIC_VALUE, decimal(value))
                .items(Attribute.MEASUREMENT_UNITS_CODE_SEQUENCE, unit.item());
        return named(item(Relation.CONTAINS, "NUM"), name).items(Attribute.MEASURED_VALUE_SEQUENCE, measured);
    }

    static DicomObject image(Relation relation, Reference image) {
        return item(relation, "IMAGE").items(Attribute.REFERENCED_SOP_SEQUENCE, image.item());
    }

    /** As {@link #image}, for a purpose. */
    static DicomObject image(Relation relation, Code purpose, Reference image) {
        return named(image(relation, image), purpose);
    }

    /** A closed polygon on an image. */
    static DicomObject polygon(Code name, Outline outline, Reference image) {
        return named(item(Relation.CONTAINS, "SCOORD"), name)
                .floats(Attribute.GRAPHIC_DATA, outline.points())
                .text(Attribute.GRAPHIC_TYPE, "POLYLINE")
                .items(Attribute.CONTENT_SEQUENCE, image(Relation.SELECTED_FROM, image));
    }

    private static DicomObject item(Relation relation, String type) {
        return new DicomObject()
                .text(Attribute.RELATIONSHIP_TYPE, relation.text())
                .text(Attribute.VALUE_TYPE, type);
    }

    private static DicomObject named(DicomObject item, Code name) {
        return item.items(Attribute.CONCEPT_NAME_CODE_SEQUENCE, name.item());
    }

    /** Of at most 16 letters. */
    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
