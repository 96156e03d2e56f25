package aerate.training;

import aerate.network.AtomicFolder;
import aerate.network.Json;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a run lives: {@code recipe.yaml}, {@code films.sha256} (the fingerprint of its films), {@code metrics.jsonl} (one
 * line an epoch), {@code checkpoint/} (the best so far), {@code resume/} (the state to go on from) and, where asked for,
 * {@code observed/} ({@link Observation}s).
 */
final class RunFolder {
    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the folder of a new run.
     *
     * @param fingerprint of its films
     * @throws IllegalArgumentException if a run is there already
     */
    static RunFolder create(Path folder, Recipe recipe, String fingerprint) throws IOException {
        RunFolder run = new RunFolder(folder);
        if (isUnderWay(folder)) {
            throw new IllegalArgumentException(
                    folder + ": there is a run already: go on with it by --resume, or name another folder");
        }
        Files.createDirectories(folder);
        Files.writeString(run.fingerprint(), fingerprint + "\n");
        Files.writeString(run.recipe(), Recipes.write(recipe));
        return run;
    }

    /** Whether a run is there to go on with, if need be from what a crash left aside; a recipe alone is a failed start. */
    static boolean isUnderWay(Path folder) throws IOException {
        RunFolder run = new RunFolder(folder);
        AtomicFolder.recover(run.resume());
        AtomicFolder.recover(run.checkpoint());
        return Files.exists(run.resume()) || Files.exists(run.checkpoint());
    }

    /**
     * Opens the folder of a run that was interrupted.
     *
     * @param fingerprint of the films to go on with
     * @throws IllegalArgumentException if there is none, or one of another recipe or of other films
     */
    static RunFolder reopen(Path folder, Recipe recipe, String fingerprint) throws IOException {
        RunFolder run = new RunFolder(folder);
        if (!Files.exists(run.recipe())) {
            throw new IllegalArgumentException(folder + ": there is no run to resume");
        }
        require(
                Recipes.read(run.recipe(), Map.of()).equals(recipe),
                run.recipe() + ": a run can only be resumed with its own recipe, and this one differs");
        require(
                Files.readString(run.fingerprint()).strip().equals(fingerprint),
                run.fingerprint() + ": a run can only be resumed with its own films, and these differ");
        AtomicFolder.recover(run.resume());
        AtomicFolder.recover(run.checkpoint());
        return run;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    private Path recipe() {
        return folder.resolve("recipe.yaml");
    }

    private Path fingerprint() {
        return folder.resolve("films.sha256");
    }

    Path log() {
        return log(folder);
    }

    /** The metrics log of the run in a folder. */
    static Path log(Path folder) {
        return folder.resolve("metrics.jsonl");
    }

    /** Where the observations of the run in a folder are. */
    static Path observed(Path folder) {
        return folder.resolve("observed");
    }

    Path checkpoint() {
        return folder.resolve("checkpoint");
    }

    private Path resume() {
        return folder.resolve("resume");
    }

    private static Path progress(Path state) {
        return state.resolve("progress.json");
    }

    /** Writes the state, in whole or not at all. */
    void save(Progress progress, Learner learner) throws IOException {
        AtomicFolder.write(resume(), state -> {
            learner.save(state);
            Files.writeString(progress(state), Json.MAPPER.writeValueAsString(progress));
        });
    }

    void write(Observation observation) throws IOException {
        observation.write(folder);
    }

    /**
     * Reads the state back; a run that is new, or was interrupted before its first save, is at its start.
     *
     * @throws IOException if it is damaged
     */
    Progress load(Learner learner) throws IOException {
        if (!Files.exists(resume())) {
            return Progress.START;
        }
        Path progress = progress(resume());
        try {
            learner.load(resume());
            return Json.MAPPER.readValue(progress.toFile(), Progress.class);
        } catch (JsonProcessingException e) {
            throw new IOException(progress + ": " + Json.reason(e), e);
        }
    }
}
