package aerate.report.dicom;

import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomObject;

/** A concept of a coding scheme (PS3.3, section 8). */
record Code(String value, String scheme, String meaning) {
    static Code dcm(String value, String meaning) {
        return new Code(value, "DCM", meaning);
    }

    /** Of SNOMED CT. */
    static Code sct(String value, String meaning) {
        return new Code(value, "SCT", meaning);
    }

    /** A unit of measurement. */
    static Code ucum(String value, String meaning) {
        return new Code(value, "UCUM", meaning);
    }

    DicomObject item() {
        return new DicomObject()
                .text(Attribute.CODE_VALUE, value)
                .text(Attribute.CODING_SCHEME_DESIGNATOR, scheme)
                .text(Attribute.CODE_MEANING, meaning);
    }
}
