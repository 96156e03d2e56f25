package aerate.film.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What identifiers are replaced by: HMAC-SHA256 under a secret, so that who lacks it can neither invert nor guess them. */
final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String STANDARD_ROOT = "1.2.840.10008.";
    private static final int LETTERS = 16;
    private static final int LONGEST_SHIFT = 3652; // days: ten years

    private final SecretKeySpec secret;

    Pseudonyms(byte[] secret) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("a secret must have at least 16 bytes, had " + secret.length);
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Another identifier, the same for the same; the standard's own stay. */
    String uid(String uid) {
        return uid.startsWith(STANDARD_ROOT) ? uid : Uid.of(digest("uid", uid)).value();
    }

    /** What a patient is called. */
    String patient(String key) {
        return "P" + HexFormat.of().formatHex(digest("patient", key)).substring(0, LETTERS);
    }

    /** By how many days a patient's dates go back, from 1. */
    int shift(String key) {
        return 1
                + Integer.remainderUnsigned(
                        ByteBuffer.wrap(digest("shift", key)).getInt(), LONGEST_SHIFT);
    }

    private byte[] digest(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal((purpose + "\\" + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new AssertionError("every Java platform must have " + ALGORITHM, e);
        }
    }
}
