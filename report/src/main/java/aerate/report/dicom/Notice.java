package aerate.report.dicom;

/** What every object says of itself in text. */
final class Notice {
    static final String SHORT = "RESEARCH USE ONLY";
    static final String LONG = "Research use only. Aerate is not a medical device; nothing in this object may guide the"
            + " care of a patient.";

    private Notice() {}
}
