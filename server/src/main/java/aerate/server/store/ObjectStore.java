package aerate.server.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where files of films and pictures lie, each under a key such as {@code films/1/ab/abcd…}: letters, digits, dots, dashes and
 * slashes.
 */
public interface ObjectStore {
    /**
     * Keeps an object. When this returns, it is kept for good, whole; until then there is none of that key, or the former.
     *
     * @throws FullException if there is no room
     * @throws AwayException if the store cannot be asked now
     */
    void put(String key, InputStream content) throws IOException;

    /**
     * The bytes of an object.
     *
     * @throws java.nio.file.NoSuchFileException if there is none of that key
     * @throws AwayException if the store cannot be asked now
     */
    byte[] get(String key) throws IOException;

    /**
     * Asks the store whether it is there.
     *
     * @throws AwayException if it is not
     */
    void requireThere() throws AwayException;

    /** There is no room for what was to be kept; nothing of it was. */
    final class FullException extends IOException {
        private static final long serialVersionUID = 1;

        public FullException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The store cannot be reached, or does not let us in; what was asked of it may go well another time. */
    final class AwayException extends IOException {
        private static final long serialVersionUID = 1;

        public AwayException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
