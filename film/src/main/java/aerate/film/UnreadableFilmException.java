package aerate.film;

import java.io.IOException;

/** A file that is not, or not wholly, a film: says which file, which rule it breaks and with what value. */
public final class UnreadableFilmException extends IOException {
    private static final long serialVersionUID = 1;

    public UnreadableFilmException(String source, String reason) {
        super(source + ": " + reason);
    }

    public UnreadableFilmException(String source, String reason, Throwable cause) {
        super(source + ": " + reason, cause);
    }

    /** Throws unless the condition holds; not for inner loops, since the reason is made in any case. */
    static void require(boolean condition, String source, String reason) throws UnreadableFilmException {
        if (!condition) {
            throw new UnreadableFilmException(source, reason);
        }
    }
}
