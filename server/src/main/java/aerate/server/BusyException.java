package aerate.server;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** There is too much to do at present: ask again later. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final Duration retryAfter;

    public BusyException(HttpStatus status, String message, Duration retryAfter) {
        super(message);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    HttpStatus status() {
        return status;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
