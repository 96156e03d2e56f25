package aerate.training.search;

import aerate.film.WholeFile;
import aerate.network.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a search lives: {@code plan.yaml} (what it is a search of), {@code trials.jsonl} (one line an outcome, only ever
 * appended to) and {@code trials/0001} … (the trials' own folders, each with the assignment that it was given last). One
 * search at a time holds it.
 */
public final class SearchFolder implements AutoCloseable {
    private static final ObjectWriter LINE = Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final FileChannel lock;

    private SearchFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens the folder of a search.
     *
     * @param plan all that the search is defined by, as text
     * @param resume whether to go on with the search that is there
     * @throws IllegalArgumentException if there is a search and it is not to be gone on with, or none and it is, or it is
     *     another one, or is under way now
     */
    public static SearchFolder open(Path folder, String plan, boolean resume) throws IOException {
        Path written = folder.resolve("plan.yaml");
        boolean there = Files.exists(written);
        require(
                resume || !there,
                folder + ": there is a search already: go on with it by --resume, or name another folder");
        require(!resume || there, folder + ": there is no search to resume");
        require(
                !there || Files.readString(written).equals(plan),
                written + ": a search can only be resumed with its own grid, recipe and films, and these differ");
        Files.createDirectories(folder.resolve("trials"));
        FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            require(lock.tryLock() != null, folder + ": another process is at work on this search");
        } catch (IllegalArgumentException | OverlappingFileLockException e) {
            lock.close();
            throw e;
        }
        WholeFile.write(written, plan.getBytes(StandardCharsets.UTF_8));
        return new SearchFolder(folder, lock);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The folder of a trial; made if need be. */
    public Path trial(int number) throws IOException {
        return Files.createDirectories(trialPath(number));
    }

    private Path trialPath(int number) {
        return folder.resolve("trials").resolve("%04d".formatted(number));
    }

    private Path journal() {
        return folder.resolve("trials.jsonl");
    }

    /** Notes that an assignment starts, so that it is known if it is killed. */
    void start(Assignment assignment) throws IOException {
        WholeFile.write(assignment(trial(assignment.trial().number())), LINE.writeValueAsBytes(assignment));
    }

    /** Appends an outcome and waits until it is on the disk. */
    void record(Outcome outcome) throws IOException {
        byte[] line = (LINE.writeValueAsString(outcome) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(journal(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line));
            channel.force(true);
        }
    }

    /**
     * The outcomes so far; half a line, which a crash may have left, is cut off.
     *
     * @throws IOException if a line is damaged
     */
    List<Outcome> outcomes() throws IOException {
        if (!Files.exists(journal())) {
            return List.of();
        }
        String text = Files.readString(journal());
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (whole.length() < text.length()) {
            WholeFile.write(journal(), whole.getBytes(StandardCharsets.UTF_8));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (String line : whole.lines().toList()) {
            try {
                outcomes.add(Json.MAPPER.readValue(line, Outcome.class));
            } catch (JsonProcessingException e) {
                throw new IOException(journal() + ": line " + (outcomes.size() + 1) + ": " + Json.reason(e), e);
            }
        }
        return outcomes;
    }

    /** Assignments that were started and have no outcome: they died with the search. */
    List<Assignment> died(List<Outcome> outcomes) throws IOException {
        List<Assignment> died = new ArrayList<>();
        try (Stream<Path> trials = Files.list(folder.resolve("trials"))) {
            for (Path trial : trials.sorted().toList()) {
                if (Files.exists(assignment(trial))) {
                    Assignment last = Json.MAPPER.readValue(assignment(trial).toFile(), Assignment.class);
                    if (outcomes.stream().noneMatch(last::isThatOf)) {
                        died.add(last);
                    }
                }
            }
        }
        return died;
    }

    private static Path assignment(Path trial) {
        return trial.resolve("assignment.json");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
