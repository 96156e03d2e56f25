package aerate.report.dicom;

import java.util.Objects;

/**
 * What made an object.
 *
 * @param version of Aerate
 * @param model name of the checkpoint that spoke
 * @param weightsHash SHA-256 of its weights, in hexadecimal
 */
public record Equipment(String version, String model, String weightsHash) {
    static final String MANUFACTURER = "Aerate";

    public Equipment {
        Objects.requireNonNull(version);
        Objects.requireNonNull(model);
        if (!weightsHash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a weights' hash must be 64 hexadecimal digits, was " + weightsHash);
        }
    }
}
