package aerate.training;

import aerate.network.AtomicFolder;
import aerate.network.Checkpoint;
import aerate.network.Json;
import aerate.network.Safetensors;
import aerate.tensor.Optimizer;
import aerate.tensor.layer.ParameterTree;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a run lives: {@code recipe.yaml}, {@code metrics.jsonl} (one line an epoch), {@code checkpoint/} (the best so far)
 * and {@code resume/} (the state to go on from).
 */
final class RunFolder {
    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the folder of a new run.
     *
     * @throws IllegalArgumentException if a run is there already
     */
    static RunFolder create(Path folder, Recipe recipe) throws IOException {
        RunFolder run = new RunFolder(folder);
        if (Files.exists(run.recipe())) {
            throw new IllegalArgumentException(
                    folder + ": there is a run already: go on with it by --resume, or name" + " another folder");
        }
        Files.createDirectories(folder);
        Files.writeString(run.recipe(), Recipes.write(recipe));
        return run;
    }

    /**
     * Opens the folder of a run that was interrupted.
     *
     * @throws IllegalArgumentException if there is none, or one of another recipe
     */
    static RunFolder reopen(Path folder, Recipe recipe) throws IOException {
        RunFolder run = new RunFolder(folder);
        if (!Files.exists(run.recipe())) {
            throw new IllegalArgumentException(folder + ": there is no run to resume");
        }
        Recipe before = Recipes.read(run.recipe(), Map.of());
        if (!before.equals(recipe)) {
            throw new IllegalArgumentException(
                    run.recipe() + ": a run can only be resumed with its own recipe, and this one differs");
        }
        AtomicFolder.recover(run.resume());
        AtomicFolder.recover(run.checkpoint());
        return run;
    }

    private Path recipe() {
        return folder.resolve("recipe.yaml");
    }

    Path log() {
        return folder.resolve("metrics.jsonl");
    }

    Path checkpoint() {
        return folder.resolve("checkpoint");
    }

    private Path resume() {
        return folder.resolve("resume");
    }

    /** Writes the state, in whole or not at all. */
    void save(Progress progress, Map<String, ParameterTree> networks, Optimizer optimizer) throws IOException {
        AtomicFolder.write(resume(), state -> {
            for (Map.Entry<String, ParameterTree> network : networks.entrySet()) {
                Safetensors.write(
                        weights(state, network.getKey()), network.getValue().state());
            }
            optimizer.save(state.resolve("optimizer.pt"));
            Files.writeString(state.resolve("progress.json"), Json.MAPPER.writeValueAsString(progress));
        });
    }

    /**
     * Reads the state back; a run that was interrupted before its first save starts anew.
     *
     * @throws IOException if it is damaged
     */
    Progress load(Map<String, ParameterTree> networks, Optimizer optimizer) throws IOException {
        Path progress = resume().resolve("progress.json");
        if (!Files.exists(progress)) {
            return Progress.START;
        }
        try {
            for (Map.Entry<String, ParameterTree> network : networks.entrySet()) {
                Checkpoint.fill(network.getValue().state(), weights(resume(), network.getKey()));
            }
            optimizer.load(resume().resolve("optimizer.pt"));
            return Json.MAPPER.readValue(progress.toFile(), Progress.class);
        } catch (JsonProcessingException e) {
            throw new IOException(progress + ": " + Json.reason(e), e);
        }
    }

    private static Path weights(Path folder, String network) {
        return folder.resolve(network + ".safetensors");
    }
}
