package aerate.server.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a {@code multipart/related} message (RFC 2387), one after the other, each into a file: what DICOMweb sends in
 * both directions. Never more than a buffer of it is in memory.
 */
final class RelatedParts {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))");
    private static final int LONGEST_LINE = 4096;

    private final InputStream message;
    private final byte[] delimiter;
    private final long greatest;
    private boolean ended;

    /**
     * The parts of a message.
     *
     * @param contentType of the message, which names the boundary
     * @param greatest bytes of a part
     */
    RelatedParts(InputStream message, String contentType, long greatest) throws IOException {
        Matcher boundary = BOUNDARY.matcher(String.valueOf(contentType));
        if (!boundary.find()) {
            throw new IllegalArgumentException("multipart/related must name its boundary, was " + contentType);
        }
        String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        this.message = message;
        this.delimiter = ("\r\n--" + name).getBytes(StandardCharsets.US_ASCII);
        this.greatest = greatest;
        skipPreamble("--" + name);
    }

    /** What is done with a part. */
    @FunctionalInterface
    interface Receiver {
        void receive(Path part) throws IOException;
    }

    /** Hands on each part as a file that is gone afterwards. */
    void forEach(Receiver receiver) throws IOException {
        while (!ended) {
            skipHeaders();
            Path part = Files.createTempFile("aerate", ".part");
            try {
                try (OutputStream out = Files.newOutputStream(part)) {
                    copyPart(out);
                }
                receiver.receive(part);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    private void skipPreamble(String first) throws IOException {
        String line = line();
        while (!line.startsWith(first)) {
            line = line();
        }
        ended = line.startsWith(first + "--");
    }

    private void skipHeaders() throws IOException {
        while (!line().isEmpty()) {
            // All parts are application/dicom: what they say of themselves changes nothing.
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int letter = read();
        while (letter != '\n') {
            if (line.size() > LONGEST_LINE) {
                throw new IllegalArgumentException("a line of a message must be at most " + LONGEST_LINE + " bytes");
            }
            line.write(letter);
            letter = read();
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
    }

    /** Up to the delimiter. Its first byte is nowhere else in it, so that after a false start no more than that is tried again. */
    private void copyPart(OutputStream out) throws IOException {
        long size = 0;
        int matched = 0;
        while (matched < delimiter.length) {
            int next = read();
            if (next == delimiter[matched]) {
                matched++;
                continue;
            }
            out.write(delimiter, 0, matched);
            size += matched;
            matched = next == delimiter[0] ? 1 : 0;
            if (matched == 0) {
                out.write(next);
                size++;
            }
            if (size > greatest) {
                throw new IllegalArgumentException("a part must be at most " + greatest + " bytes, was longer");
            }
        }
        ended = line().startsWith("--");
    }

    private int read() throws IOException {
        int next = message.read();
        if (next < 0) {
            throw new IllegalArgumentException("a message must end with its boundary, ended without");
        }
        return next;
    }
}
