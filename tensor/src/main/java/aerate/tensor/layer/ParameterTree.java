package aerate.tensor.layer;

import aerate.tensor.DataType;
import aerate.tensor.Device;
import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Named parameters and buffers, and children that have their own: what every layer is besides its function.
 *
 * <p>Names of children join with dots ({@code features.conv0.weight}), as torch's do. Parameters start at zero until
 * {@link #initialise} or a checkpoint fills them; they belong to no scope and are freed by {@link #close}.
 */
public abstract class ParameterTree implements AutoCloseable {
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();
    private final Map<String, Tensor> buffers = new LinkedHashMap<>();
    private final Map<String, ParameterTree> children = new LinkedHashMap<>();
    private boolean training;

    /** Adds a child under a name; dots in it stand for levels that have no object of their own, none for this level. */
    protected final <T extends ParameterTree> T child(String name, T child) {
        requireNew(children, name);
        children.put(name, child);
        return child;
    }

    /** Adds a trainable tensor. */
    protected final Tensor parameter(String name, Tensor value) {
        requireNew(parameters, name);
        parameters.put(name, value.owned().requiresGradient());
        return value;
    }

    /** Adds a tensor that is saved but not trained. */
    protected final Tensor buffer(String name, Tensor value) {
        requireNew(buffers, name);
        buffers.put(name, value.owned());
        return value;
    }

    /** Draws this level's own parameters anew, after {@link #initialise} did so for the children. */
    protected void drawParameters(Generator random) {}

    /** Draws all parameters anew: children in order of declaration, then their parent, which may clear what they drew. */
    public final void initialise(Generator random) {
        children.values().forEach(child -> child.initialise(random));
        drawParameters(random);
    }

    /** All trainable tensors by their full name, in order of declaration. */
    public final Map<String, Tensor> parameters() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        visit("", (prefix, tree) -> tree.parameters.forEach((name, tensor) -> all.put(prefix + name, tensor)));
        return all;
    }

    /** All parameters and buffers by their full name: what a checkpoint holds. */
    public final Map<String, Tensor> state() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        visit("", (prefix, tree) -> {
            tree.parameters.forEach((name, tensor) -> all.put(prefix + name, tensor));
            tree.buffers.forEach((name, tensor) -> all.put(prefix + name, tensor));
        });
        return all;
    }

    /** Number of trainable numbers. */
    public final long parameterCount() {
        return parameters().values().stream().mapToLong(Tensor::count).sum();
    }

    /** Switches dropout and batch statistics on (training) or off (the state after construction). */
    public final void training(boolean on) {
        visit("", (name, tree) -> tree.training = on);
    }

    public final boolean isTraining() {
        return training;
    }

    /** Moves everything to a device. */
    public final void to(Device device) {
        replaceAll(tensor -> tensor.replaceData(tensor.detach().to(device)));
    }

    /** Converts everything to a floating type. */
    public final void to(DataType type) {
        replaceAll(tensor -> tensor.replaceData(tensor.detach().to(type)));
    }

    /** Lays convolution weights out with channels innermost; inputs must be so too: {@link Tensor#channelsLast}. */
    public final void channelsLast() {
        replaceAll(tensor -> {
            if (tensor.rank() == 4) {
                tensor.replaceData(tensor.detach().channelsLast());
            }
        });
    }

    @Override
    public final void close() {
        state().values().forEach(Tensor::close);
    }

    private void replaceAll(Consumer<Tensor> replace) {
        state().values().forEach(replace);
    }

    private void visit(String prefix, BiConsumer<String, ParameterTree> visitor) {
        visitor.accept(prefix, this);
        children.forEach((name, child) -> child.visit(name.isEmpty() ? prefix : prefix + name + ".", visitor));
    }

    private static void requireNew(Map<String, ?> taken, String name) {
        if (taken.containsKey(name)) {
            throw new IllegalStateException("there is a " + name + " already");
        }
    }
}
