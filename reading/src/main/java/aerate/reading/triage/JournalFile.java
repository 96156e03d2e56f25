package aerate.reading.triage;

import aerate.network.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a journal's lines, as a crash may have left them: of a last one that is no whole line nothing is known. */
final class JournalFile {
    private final Path file;
    private final Listener listener;
    private Optional<Heading> heading = Optional.empty();
    private long wholeLines; // bytes
    private int number;
    private JsonProcessingException torn;

    /** Who is told of the lines after the heading. */
    interface Listener {
        /**
         * A line.
         *
         * @param at its first byte
         * @param length its bytes, without the end of line
         */
        void hears(JournalLine line, long at, int length);
    }

    private JournalFile(Path file, Listener listener) {
        this.file = file;
        this.listener = listener;
    }

    /**
     * Reads a whole journal.
     *
     * @throws IOException if it cannot be read, or a line that is not the last is none of a journal
     */
    static JournalFile read(Path file, Listener listener) throws IOException {
        JournalFile journal = new JournalFile(file, listener);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (next == '\n') {
                    journal.line(line.toByteArray());
                    line.reset();
                } else {
                    line.write(next);
                }
            }
        }
        return journal;
    }

    /** What all its films have in common; empty if there is no whole line. */
    Optional<Heading> heading() {
        return heading;
    }

    /** How many bytes its whole lines take. */
    long wholeLines() {
        return wholeLines;
    }

    private void line(byte[] bytes) throws IOException {
        if (torn != null) {
            throw none(torn);
        }
        number++;
        try {
            if (heading.isEmpty()) {
                heading = Optional.of(Json.MAPPER.readValue(bytes, Heading.class));
            } else {
                listener.hears(Json.MAPPER.readValue(bytes, JournalLine.class), wholeLines, bytes.length);
            }
            wholeLines += bytes.length + 1;
        } catch (JsonProcessingException e) {
            if (heading.isEmpty()) { // what is torn has no end of line: this is a file of somebody else's
                throw none(e);
            }
            torn = e;
        }
    }

    private IOException none(JsonProcessingException e) {
        return new IOException(file + ": line " + number + " must be one of a triage's journal: " + Json.reason(e), e);
    }
}
