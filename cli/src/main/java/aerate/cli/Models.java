package aerate.cli;

import aerate.network.Checkpoint;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Views;
import aerate.tensor.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of every command that diagnoses: by which models, and how they look at a film. */
final class Models {
    @Option(
            names = "--model",
            paramLabel = "CHECKPOINT",
            description = "A classifier; several judge together if it is given several times (models/diagnosis).")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--views",
            defaultValue = "1",
            paramLabel = "1|2|6",
            description = "How often each film is looked at: as it is, mirrored too, and in three sizes"
                    + " (${DEFAULT-VALUE}).")
    private int views;

    /** Where a model that ships lies. */
    static Path shipped(String name) {
        return Path.of(System.getProperty("aerate.home", "."), "models", name);
    }

    /** The checkpoints; the one that ships where none was named. */
    List<Path> folders() {
        return folders.isEmpty() ? List.of(shipped("diagnosis")) : List.copyOf(folders);
    }

    /** The classifier that they are together; the caller closes it. */
    Classifier open(Device device) throws IOException {
        return Classifier.open(folders(), new Views(views), device);
    }

    /** The first checkpoint, which speaks for the films that they were trained on. */
    Checkpoint first() throws IOException {
        return Checkpoint.open(folders().get(0));
    }
}
