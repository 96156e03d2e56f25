package aerate.training;

import aerate.network.Checkpoint;
import aerate.network.Safetensors;
import aerate.tensor.Device;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Optimizer;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.layer.ParameterTree;
import aerate.training.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run changes: a network, the moving average of its weights where the recipe wants one, and the optimizer's memory.
 */
final class Learner implements AutoCloseable {
    private static final String OPTIMIZER = "optimizer.pt";

    private final ParameterTree network;
    private final Optional<MovingAverage> average;
    private final List<Tensor> parameters;
    private final Optimizer optimizer;
    private final Optional<Double> clip;

    /**
     * As it is before the first step: the same however often it is made.
     *
     * @throws IOException if the checkpoint that it is to start from cannot be read, or is of another network
     */
    Learner(Recipe recipe, Device device) throws IOException {
        network = fresh(recipe, device);
        average = recipe.ema().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new MovingAverage(fresh(recipe, device), recipe.ema().get()));
        parameters = List.copyOf(network.parameters().values());
        optimizer = recipe.optimizer().over(parameters);
        clip = recipe.clip();
    }

    /**
     * The network before the first step, in evaluation mode; the caller closes it.
     *
     * @throws IOException if the checkpoint that it is to start from cannot be read, or is of another network
     */
    static ParameterTree fresh(Recipe recipe, Device device) throws IOException {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(Seeds.of(recipe.seed()))) {
            ParameterTree network = recipe.network().build();
            network.initialise(random);
            start(network, recipe.start());
            network.to(device);
            if (recipe.network().channelsLast()) {
                network.channelsLast();
            }
            return network;
        }
    }

    /** Fills a network with the mean of the checkpoints' weights; leaves it as it is where there is none. */
    private static void start(ParameterTree network, List<String> checkpoints) throws IOException {
        Map<String, Tensor> sum = new LinkedHashMap<>();
        try (Gradients off = Gradients.off()) {
            for (String checkpoint : checkpoints) {
                Checkpoint.open(Path.of(checkpoint)).loadInto(network);
                double share = 1.0 / checkpoints.size();
                network.state().forEach((name, tensor) -> sum.merge(name, tensor.times(share), Tensor::plus));
            }
            network.state().forEach((name, tensor) -> tensor.assign(sum.getOrDefault(name, tensor)));
        } catch (IOException e) {
            network.close();
            throw e;
        }
    }

    /** The network that learns. */
    ParameterTree network() {
        return network;
    }

    /** The network that is validated and kept: the average, where there is one. */
    ParameterTree judged() {
        return average.map(MovingAverage::network).orElse(network);
    }

    /**
     * Takes one step down the gradient of a loss.
     *
     * @param step which one, from 1
     */
    void descend(Tensor loss, double learningRate, long step) {
        loss.backward();
        clip.ifPresent(maximum -> Gradients.clip(parameters, maximum));
        optimizer.step(learningRate);
        optimizer.clearGradients(); // now, so that they take no memory during the next forward pass
        average.ifPresent(moving -> moving.update(network, step));
    }

    /** Writes all of it to a folder. */
    void save(Path folder) throws IOException {
        for (Map.Entry<String, ParameterTree> part : networks().entrySet()) {
            Safetensors.write(weights(folder, part.getKey()), part.getValue().state());
        }
        optimizer.save(folder.resolve(OPTIMIZER));
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws IOException if it is damaged or of another network
     */
    void load(Path folder) throws IOException {
        for (Map.Entry<String, ParameterTree> part : networks().entrySet()) {
            Checkpoint.fill(part.getValue().state(), weights(folder, part.getKey()));
        }
        optimizer.load(folder.resolve(OPTIMIZER));
    }

    private Map<String, ParameterTree> networks() {
        Map<String, ParameterTree> networks = new LinkedHashMap<>();
        networks.put("network", network);
        average.ifPresent(moving -> networks.put("average", moving.network()));
        return networks;
    }

    private static Path weights(Path folder, String network) {
        return folder.resolve(network + ".safetensors");
    }

    @Override
    public void close() {
        optimizer.close();
        networks().values().forEach(ParameterTree::close);
    }
}
