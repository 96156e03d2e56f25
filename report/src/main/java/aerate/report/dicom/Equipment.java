package aerate.report.dicom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What made an object.
 *
 * @param version of Aerate
 * @param model name of the checkpoint that spoke, or names joined by " + "
 * @param weightsHash SHA-256 of its weights, in hexadecimal, or of each model's, joined by " + "
 */
public record Equipment(String version, String model, String weightsHash) {
    static final String MANUFACTURER = "Aerate";
    private static final String HASH = "[0-9a-f]{64}";

    public Equipment {
        Objects.requireNonNull(version);
        Objects.requireNonNull(model);
        if (!weightsHash.matches(HASH + "( \\+ " + HASH + ")*")) {
            throw new IllegalArgumentException(
                    "a weights' hash must be 64 hexadecimal digits, or several such joined by ' + ', was "
                            + weightsHash);
        }
    }

    /** The hash of one model's weights; of several models', the SHA-256 of their joined hashes. */
    String fingerprint() {
        if (weightsHash.matches(HASH)) {
            return weightsHash;
        }
        try {
            byte[] joined = weightsHash.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(joined));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must have SHA-256", e);
        }
    }
}
