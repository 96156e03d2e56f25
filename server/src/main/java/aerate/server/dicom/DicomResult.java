package aerate.server.dicom;

import java.util.UUID;

/**
 * An object that was made of a reading.
 *
 * @param study the film's
 * @param hash of the model that spoke
 * @param object where the store has it
 */
record DicomResult(
        UUID film, long tenant, String hash, Kind kind, String study, String series, String instance, String object) {
    /** What it is. */
    enum Kind {
        CAPTURE("OT", "1.2.840.10008.5.1.4.1.1.7"),
        REPORT("SR", "1.2.840.10008.5.1.4.1.1.88.34");

        private final String modality;
        private final String sopClass;

        Kind(String modality, String sopClass) {
            this.modality = modality;
            this.sopClass = sopClass;
        }

        String modality() {
            return modality;
        }

        String sopClass() {
            return sopClass;
        }
    }
}
