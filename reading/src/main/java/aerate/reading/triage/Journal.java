package aerate.reading.triage;

import aerate.network.Json;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was read of a pile so far, in a file that only grows: the {@link Heading}, then a line of JSON for each film
 * with its thumbnail. Of several lines of one film the last counts.
 *
 * <p>Lines reach the disk before the next films are read, so that a crash costs a batch and nothing twice; a last line that
 * a crash tore is cut off. In memory are entries, not pictures. One process at a time.
 */
public final class Journal implements AutoCloseable {
    private static final ObjectWriter LINE = Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final FileChannel channel;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /** What is in memory of a line, and where the line is. */
    private record Kept(Entry entry, Stamp stamp, long at, int length) {}

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * A new journal.
     *
     * @throws IllegalArgumentException if there is one already that has an entry
     * @throws IOException if the file cannot be written, or another process writes it
     */
    public static Journal begin(Path file, Heading heading) throws IOException {
        return open(file, heading, false);
    }

    /**
     * The journal that is there, or a new one.
     *
     * @throws IllegalArgumentException if its films were read otherwise than the heading says
     * @throws IOException if it is damaged, cannot be written, or another process writes it
     */
    public static Journal resume(Path file, Heading heading) throws IOException {
        return open(file, heading, true);
    }

    private static Journal open(Path file, Heading heading, boolean resume) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            Journal journal = new Journal(file, channel);
            journal.lock();
            journal.recover(heading, resume);
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void lock() throws IOException {
        boolean alone;
        try {
            alone = channel.tryLock() != null; // ends with the channel
        } catch (OverlappingFileLockException e) {
            alone = false;
        }
        if (!alone) {
            throw new IOException(file + ": is being written by another triage");
        }
    }

    private void recover(Heading heading, boolean resume) throws IOException {
        JournalFile found = JournalFile.read(file, this::keep);
        if (kept.isEmpty()) { // a heading alone is a start that failed
            channel.truncate(0);
            append((LINE.writeValueAsString(heading) + "\n").getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (!resume) {
            throw new IllegalArgumentException(
                    file + ": there is a journal already: go on with it by --resume, or name another --out");
        }
        if (!found.heading().equals(Optional.of(heading))) {
            throw new IllegalArgumentException(file + ": can only be resumed with its own films, model and heat maps: "
                    + LINE.writeValueAsString(found.heading()) + ", not " + LINE.writeValueAsString(heading));
        }
        channel.truncate(found.wholeLines());
    }

    private void keep(JournalLine line, long at, int length) {
        kept.put(line.entry().film(), new Kept(line.entry(), line.stamp(), at, length));
    }

    /** Whether the file was read in its present state, or found unreadable. */
    public boolean has(FilmFile film) {
        Kept line = kept.get(film.name());
        return line != null && line.stamp.equals(film.stamp());
    }

    /** What was found of each film, in the order in which films were first read. */
    public Collection<Entry> entries() {
        return kept.values().stream().map(Kept::entry).toList();
    }

    /**
     * A film's thumbnail, from the disk: a JPEG in Base64; empty of a film that could not be read.
     *
     * @throws IOException if the journal cannot be read
     */
    public Optional<String> thumbnail(Entry entry) throws IOException {
        Kept line = kept.get(entry.film());
        ByteBuffer bytes = ByteBuffer.allocate(line.length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, line.at + bytes.position()) < 0) {
                throw new IOException(file + ": was cut while it was in use");
            }
        }
        return Json.MAPPER.readValue(bytes.array(), JournalLine.class).thumbnail();
    }

    /** Adds films for good: they are on the disk when this returns. */
    void add(List<JournalLine> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long end = channel.size();
        List<Kept> added = new ArrayList<>();
        for (JournalLine line : lines) {
            long at = end + bytes.size();
            bytes.writeBytes(LINE.writeValueAsBytes(line));
            added.add(new Kept(line.entry(), line.stamp(), at, (int) (end + bytes.size() - at)));
            bytes.write('\n');
        }
        append(bytes.toByteArray());
        added.forEach(line -> kept.put(line.entry.film(), line));
    }

    private void append(byte[] lines) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(lines);
            long end = channel.size();
            while (bytes.hasRemaining()) {
                channel.write(bytes, end + bytes.position());
            }
            channel.force(false);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
