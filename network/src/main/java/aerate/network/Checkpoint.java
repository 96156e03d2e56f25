package aerate.network;

import aerate.tensor.Device;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.layer.ParameterTree;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A model on disk: a folder of {@code weights.safetensors}, {@code checkpoint.json} (the {@link Manifest}), where it has one
 * {@code familiarity.safetensors}, where it works on latents the {@code autoencoder} that makes them, a checkpoint itself,
 * {@code card.md} for people, and {@code SHA256SUMS} over all but the cards, which {@code sha256sum -c} checks as loading
 * does.
 */
public final class Checkpoint {
    private static final String WEIGHTS = "weights.safetensors";
    private static final String MANIFEST = "checkpoint.json";
    private static final String FAMILIARITY = "familiarity.safetensors";
    private static final String AUTOENCODER = "autoencoder";
    private static final String CARD = "card.md";

    private final Path folder;
    private final Manifest manifest;

    private Checkpoint(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Opens a checkpoint and verifies its files.
     *
     * @throws IOException naming the file that is missing, damaged or not understood
     */
    public static Checkpoint open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": not a checkpoint: there is no such folder");
        }
        for (String name : new String[] {MANIFEST, WEIGHTS, Checksums.FILE}) {
            if (!Files.isReadable(folder.resolve(name))) {
                throw new IOException(folder + ": not a checkpoint: " + name + " is missing or unreadable");
            }
        }
        Checksums.verify(folder, Set.of(WEIGHTS, MANIFEST));
        try {
            Manifest manifest = Json.MAPPER.readValue(folder.resolve(MANIFEST).toFile(), Manifest.class);
            if (manifest == null) {
                throw new IOException(folder.resolve(MANIFEST) + ": it must be a JSON object, was null");
            }
            return new Checkpoint(folder, manifest);
        } catch (JsonProcessingException e) {
            throw new IOException(folder.resolve(MANIFEST) + ": " + Json.reason(e), e);
        }
    }

    /**
     * Writes a checkpoint in whole or not at all.
     *
     * @param card Markdown for people
     */
    public static void save(Path folder, Manifest manifest, Map<String, Tensor> state, String card) throws IOException {
        save(folder, manifest, state, Companions.NONE, card);
    }

    /**
     * What a network may need besides its weights.
     *
     * @param familiarity tells films that it should not judge
     * @param autoencoder makes the latents that it works on
     */
    public record Companions(Optional<Familiarity> familiarity, Optional<Checkpoint> autoencoder) {
        /** Nothing. */
        public static final Companions NONE = new Companions(Optional.empty(), Optional.empty());

        /** What tells films that it should not judge, where there is such. */
        public static Companions of(Optional<Familiarity> familiarity) {
            return new Companions(familiarity, Optional.empty());
        }
    }

    /** As the other {@code save}, with what the network needs besides its weights. */
    public static void save(
            Path folder, Manifest manifest, Map<String, Tensor> state, Companions companions, String card)
            throws IOException {
        Optional<Familiarity> familiarity = companions.familiarity();
        AtomicFolder.write(folder, fresh -> {
            List<String> files = new ArrayList<>(List.of(WEIGHTS, MANIFEST));
            if (companions.autoencoder().isPresent()) {
                files.addAll(companions.autoencoder().get().copyInto(fresh));
            }
            Safetensors.write(fresh.resolve(WEIGHTS), state);
            Files.writeString(fresh.resolve(MANIFEST), Json.MAPPER.writeValueAsString(manifest) + "\n");
            if (familiarity.isPresent()) {
                Safetensors.write(fresh.resolve(FAMILIARITY), familiarity.get().state());
                files.add(FAMILIARITY);
            }
            Files.writeString(fresh.resolve(CARD), card);
            Checksums.write(fresh, files);
        });
    }

    /** Copies an auto-encoder's checkpoint to where its companion looks for it; returns the files to vouch for. */
    private List<String> copyInto(Path companion) throws IOException {
        Path copy = Files.createDirectory(companion.resolve(AUTOENCODER));
        for (String name : List.of(WEIGHTS, MANIFEST, Checksums.FILE, CARD)) {
            if (Files.exists(folder.resolve(name))) {
                Files.copy(folder.resolve(name), copy.resolve(name));
            }
        }
        return List.of(AUTOENCODER + "/" + WEIGHTS, AUTOENCODER + "/" + MANIFEST);
    }

    public Path folder() {
        return folder;
    }

    /**
     * The auto-encoder whose latents the network works on, where it does.
     *
     * @throws IOException if it is damaged or does not fit the network
     */
    public Optional<Checkpoint> autoencoder() throws IOException {
        Path inner = folder.resolve(AUTOENCODER);
        if (!Files.isDirectory(inner)) {
            return Optional.empty();
        }
        Checkpoint checkpoint = open(inner);
        try {
            checkpoint
                    .autoEncoderShape()
                    .requireFit(manifest.architecture(), manifest.input().size());
        } catch (IllegalArgumentException e) {
            throw new IOException(inner + ": " + e.getMessage(), e);
        }
        return Optional.of(checkpoint);
    }

    /**
     * What its network looks like.
     *
     * @throws IOException if it is no auto-encoder
     */
    public AutoEncoder.Shape autoEncoderShape() throws IOException {
        if (manifest.architecture() instanceof AutoEncoder.Shape shape) {
            return shape;
        }
        throw new IOException(
                folder + ": an auto-encoder is wanted, but this is a checkpoint of " + manifest.architecture());
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The page for people, Markdown; empty if somebody took it away. */
    public String card() throws IOException {
        Path card = folder.resolve(CARD);
        return Files.exists(card) ? Files.readString(card) : "";
    }

    /** SHA-256 of the weights: which model spoke, in every result. */
    public String weightsHash() throws IOException {
        return Checksums.sha256(folder.resolve(WEIGHTS));
    }

    /**
     * The network with these weights, in evaluation mode; the caller closes it.
     *
     * @throws IOException naming each tensor that is missing, left over or of another shape
     */
    public ParameterTree network(Device device) throws IOException {
        ParameterTree network = manifest.architecture().build();
        try {
            loadInto(network);
            network.to(device);
            return network;
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /**
     * As {@link #network}, for one that gives class scores.
     *
     * @throws IOException also if this checkpoint holds another kind of network
     */
    public Network classifier(Device device) throws IOException {
        if (!(manifest.architecture() instanceof Architecture.Classifier)) {
            throw new IOException(
                    folder + ": a classifier is wanted, but this is a checkpoint of " + manifest.architecture());
        }
        return (Network) network(device);
    }

    /**
     * What tells films that the network should not judge, where the checkpoint has it; the caller closes it.
     *
     * @throws IOException if it is not what it should be
     */
    public Optional<Familiarity> familiarity(Device device) throws IOException {
        Path file = folder.resolve(FAMILIARITY);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Scope scope = Scope.open()) {
            Map<String, Tensor> saved = Safetensors.read(file);
            if (!saved.keySet().equals(Set.of("known", "distances"))) {
                throw new IOException(file + ": it must hold known and distances, held " + saved.keySet());
            }
            Familiarity familiarity = Familiarity.ofSaved(
                    saved.get("known").copy(), saved.get("distances").copy());
            familiarity.to(device);
            return Optional.of(familiarity);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Fills a network that exists already, as {@link #network} does. */
    public void loadInto(ParameterTree network) throws IOException {
        fill(network.state(), folder.resolve(WEIGHTS));
    }

    /**
     * Copies the tensors of a file over others of the same names and shapes; torchvision's batch counters, which nothing
     * here uses, are skipped.
     *
     * @throws IOException naming each tensor that is missing, left over or of another shape
     */
    public static void fill(Map<String, Tensor> state, Path file) throws IOException {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off()) {
            fill(state, Safetensors.read(file), file);
        }
    }

    /** As {@link #fill(Map, Path)}, of what was read from the file. */
    static void fill(Map<String, Tensor> state, Map<String, Tensor> weights, Path file) throws IOException {
        weights.keySet().removeIf(name -> name.endsWith(".num_batches_tracked"));
        Set<String> missing = new TreeSet<>(state.keySet());
        missing.removeAll(weights.keySet());
        Set<String> leftOver = new TreeSet<>(weights.keySet());
        leftOver.removeAll(state.keySet());
        if (!missing.isEmpty() || !leftOver.isEmpty()) {
            throw new IOException(
                    file + ": these are weights of another network: missing " + missing + ", left over " + leftOver);
        }
        for (Map.Entry<String, Tensor> entry : state.entrySet()) {
            Tensor weight = weights.get(entry.getKey());
            if (!Arrays.equals(weight.shape(), entry.getValue().shape())) {
                throw new IOException(file + ": " + entry.getKey() + " must have the shape "
                        + Arrays.toString(entry.getValue().shape()) + ", had " + Arrays.toString(weight.shape()));
            }
            entry.getValue().assign(weight);
        }
    }
}
