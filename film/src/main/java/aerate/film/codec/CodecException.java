package aerate.film.codec;

import java.io.IOException;

/** Compressed pixels that break a rule of their format, or use a part of it that is not read; says which. */
public final class CodecException extends IOException {
    private static final long serialVersionUID = 1;

    CodecException(String reason) {
        super(reason);
    }

    CodecException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Throws unless the condition holds; not for inner loops, since the reason is made in any case. */
    static void require(boolean condition, String reason) throws CodecException {
        if (!condition) {
            throw new CodecException(reason);
        }
    }
}
