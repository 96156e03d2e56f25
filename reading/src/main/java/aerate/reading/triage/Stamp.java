package aerate.reading.triage;

import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells without reading a file whether it is still the one that was seen.
 *
 * @param bytes its size
 * @param modified when it was last written, in milliseconds since 1970
 */
public record Stamp(long bytes, long modified) {
    static Stamp of(BasicFileAttributes attributes) {
        return new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    }
}
