package aerate.film.dicom;

/** A DICOM film without what its header told of persons, places and days. */
public final class Deidentified {
    private final String patient;
    private final Uid instance;
    private final BurntIn burntIn;
    private final byte[] file;

    /** Whether a header says that there is identifying text in the pixels. */
    public enum BurntIn {
        YES,
        NO,
        NOT_TOLD
    }

    Deidentified(String patient, Uid instance, BurntIn burntIn, byte[] file) {
        this.patient = patient;
        this.instance = instance;
        this.burntIn = burntIn;
        this.file = file;
    }

    /** Pseudonym of the patient. */
    public String patient() {
        return patient;
    }

    /** The file's own new identifier. */
    public Uid instance() {
        return instance;
    }

    /** What the header says of writing in the pixels, which are as they were. */
    public BurntIn burntIn() {
        return burntIn;
    }

    /** The whole file. */
    public byte[] file() {
        return file.clone();
    }
}
