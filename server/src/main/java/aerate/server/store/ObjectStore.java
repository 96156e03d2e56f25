package aerate.server.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where files of films and pictures lie, each under a key such as {@code films/1/ab/abcd…}: letters, digits, dots, dashes and
 * slashes.
 */
public interface ObjectStore {
    /**
     * Keeps an object. When this returns, it is on the disk, whole; until then there is none of that key, or the former.
     *
     * @throws FullException if there is no room
     */
    void put(String key, InputStream content) throws IOException;

    /**
     * The bytes of an object.
     *
     * @throws java.nio.file.NoSuchFileException if there is none of that key
     */
    byte[] get(String key) throws IOException;

    /** There is no room for what was to be kept; nothing of it was. */
    final class FullException extends IOException {
        private static final long serialVersionUID = 1;

        public FullException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
