package aerate.training;

import aerate.network.Json;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One JSON object a line and an epoch: {@link TrainingListener.EpochReport}. */
final class MetricsLog {
    private static final ObjectWriter LINE = Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    /** A log that goes on after the given length: what a run wrote after its last save is written again. */
    MetricsLog(Path file, long bytes) throws IOException {
        this.file = file;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }

    /** Appends a line; returns the length of the log. */
    long append(TrainingListener.EpochReport report) throws IOException {
        Files.writeString(file, LINE.writeValueAsString(report) + "\n", StandardOpenOption.APPEND);
        return Files.size(file);
    }
}
