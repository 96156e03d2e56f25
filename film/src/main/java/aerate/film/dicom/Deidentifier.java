package aerate.film.dicom;

import aerate.film.UnreadableFilmException;
import java.util.Set;

/**
 * Takes out of DICOM films what identifies patient, people, places and days, after PS3.15, Annex E: Basic Application Level
 * Confidentiality Profile, with dates that keep their distances. For the same secret, the same patient has the same pseudonym
 * and the same shift, and the same UID the same other one. Pixels stay as they are: a film itself can identify a patient.
 * Thread-safe.
 */
public final class Deidentifier {
    /** CR, DX for presentation and for processing, secondary captures: the classes that the profile was checked for. */
    private static final Set<String> CLASSES = Set.of(
            "1.2.840.10008.5.1.4.1.1.1",
            "1.2.840.10008.5.1.4.1.1.1.1",
            "1.2.840.10008.5.1.4.1.1.1.1.1",
            "1.2.840.10008.5.1.4.1.1.7",
            "1.2.840.10008.5.1.4.1.1.7.2",
            "1.2.840.10008.5.1.4.1.1.7.3",
            "1.2.840.10008.5.1.4.1.1.7.4");

    private static final String METHOD = "PS3.15-2024b Annex E: basic profile, modified dates; by Aerate";

    private final Pseudonyms pseudonyms;

    /**
     * By a secret, which whoever has it can use to find a known patient again.
     *
     * @param secret at least 16 bytes
     */
    public Deidentifier(byte[] secret) {
        pseudonyms = new Pseudonyms(secret);
    }

    /** Whether a file is one of DICOM at all. */
    public static boolean isDicom(byte[] content) {
        return Part10.matches(content);
    }

    /**
     * The film of a file, de-identified, in its transfer syntax (deflated: inflated).
     *
     * @param source names the file in messages
     * @throws UnreadableFilmException if it is damaged or of another class
     */
    public Deidentified deidentify(byte[] content, String source) throws UnreadableFilmException {
        try {
            return deidentified(Part10.of(content));
        } catch (DicomException | IllegalArgumentException e) { // the latter of what cannot be written
            throw new UnreadableFilmException(source, e.getMessage(), e);
        }
    }

    private Deidentified deidentified(Part10 file) throws DicomException {
        Dataset header = file.dataset();
        String sopClass = required(header, Attribute.SOP_CLASS_UID);
        if (!CLASSES.contains(sopClass)) {
            throw new DicomException(
                    "a film to be de-identified must be of class CR, DX or secondary capture, was " + sopClass);
        }
        String instance = pseudonyms.uid(required(header, Attribute.SOP_INSTANCE_UID));
        String key = patientKey(header);
        String patient = pseudonyms.patient(key);
        TransferSyntax syntax =
                file.syntax() == TransferSyntax.DEFLATED ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : file.syntax();
        ElementWriter writer = new ElementWriter(syntax.order(), syntax.explicit());
        DicomObject clean = new Cleaning(pseudonyms, pseudonyms.shift(key), writer).cleaned(header);
        clean.put(EmbeddedOverlay.cleared(file));
        clean.text(Attribute.PATIENT_NAME, patient)
                .text(Attribute.PATIENT_ID, patient)
                .text(Attribute.PATIENT_IDENTITY_REMOVED, "YES")
                .text(Attribute.DEIDENTIFICATION_METHOD, METHOD)
                .text(Attribute.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, "MODIFIED")
                .items(
                        Attribute.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
                        code(writer, "113100", "Basic Application Confidentiality Profile"),
                        code(writer, "113107", "Retain Longitudinal Temporal Information Modified Dates Option"));
        return new Deidentified(
                patient, new Uid(instance), burntIn(header), FileMeta.file(syntax, clean.elements(), clean.dataset()));
    }

    /** Patient ID and its issuer; without, name and birth date; without these too, the study. */
    private static String patientKey(Dataset header) throws DicomException {
        String id = text(header, Attribute.PATIENT_ID);
        String name = text(header, Attribute.PATIENT_NAME);
        if (!id.isEmpty()) {
            return "id\\" + text(header, Attribute.ISSUER_OF_PATIENT_ID) + "\\" + id;
        }
        return name.isEmpty()
                ? "study\\" + required(header, Attribute.STUDY_INSTANCE_UID)
                : "name\\" + name + "\\" + text(header, Attribute.PATIENT_BIRTH_DATE);
    }

    private static Deidentified.BurntIn burntIn(Dataset header) {
        return switch (text(header, Attribute.BURNED_IN_ANNOTATION)) {
            case "YES" -> Deidentified.BurntIn.YES;
            case "NO" -> Deidentified.BurntIn.NO;
            default -> Deidentified.BurntIn.NOT_TOLD;
        };
    }

    private static DicomObject code(ElementWriter writer, String value, String meaning) {
        return new DicomObject(writer)
                .text(Attribute.CODE_VALUE, value)
                .text(Attribute.CODING_SCHEME_DESIGNATOR, "DCM")
                .text(Attribute.CODE_MEANING, meaning);
    }

    private static String text(Dataset header, Attribute attribute) {
        return header.text(attribute.tag()).orElse("");
    }

    private static String required(Dataset header, Attribute attribute) throws DicomException {
        return header.text(attribute.tag())
                .orElseThrow(() -> new DicomException("a film to be de-identified must have " + attribute + " "
                        + Tag.name(attribute.tag()) + ", had not"));
    }
}
