package aerate.training;

import aerate.network.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The log of a run: one JSON object a line and an epoch, {@link TrainingListener.EpochReport}. */
public final class MetricsLog {
    private static final ObjectWriter LINE = Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    /** A log that goes on after the given length: what a run wrote after its last save is written again. */
    MetricsLog(Path file, long bytes) throws IOException {
        this.file = file;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }

    /**
     * The epochs that are logged in the folder of a run, in order; none if it has not come so far.
     *
     * @throws IOException if the log cannot be read
     */
    public static List<TrainingListener.EpochReport> read(Path run) throws IOException {
        Path log = RunFolder.log(run);
        List<TrainingListener.EpochReport> epochs = new ArrayList<>();
        for (String line : Files.exists(log) ? Files.readAllLines(log) : List.<String>of()) {
            try {
                epochs.add(Json.MAPPER.readValue(line, TrainingListener.EpochReport.class));
            } catch (JsonProcessingException e) {
                throw new IOException(log + ": line " + (epochs.size() + 1) + ": " + Json.reason(e), e);
            }
        }
        return epochs;
    }

    /** Appends a line; returns the length of the log. */
    long append(TrainingListener.EpochReport report) throws IOException {
        Files.writeString(file, LINE.writeValueAsString(report) + "\n", StandardOpenOption.APPEND);
        return Files.size(file);
    }
}
