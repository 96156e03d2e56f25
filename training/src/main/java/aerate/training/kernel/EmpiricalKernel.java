package aerate.training.kernel;

import aerate.tensor.DataType;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.Layer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * The tangent kernel that a network has, with all its parameters as they are.
 *
 * <p>J of 64 films and DenseNet-121 would fill 5 GB. It is made in blocks of columns, each multiplied and dropped before
 * the next: a film is run again for each block, backwards only as far as the block lies.
 *
 * @param kernel Θ
 * @param traces what each layer gives to the trace of the kernel, in order of declaration
 */
public record EmpiricalKernel(TangentKernel kernel, Map<String, Double> traces) {
    private static final long BLOCK_BYTES = 2L << 30;

    public EmpiricalKernel {
        traces = Collections.unmodifiableMap(new LinkedHashMap<>(traces));
    }

    /**
     * Computes the kernel.
     *
     * @param network in evaluation mode, since batch statistics and dropout would tie the films together
     * @param films {@code N x …}, at least 2, as the network's input
     * @param progress is told the share that is done
     * @throws IllegalStateException if it is not finite
     */
    public static EmpiricalKernel of(Layer network, Tensor films, DoubleConsumer progress) {
        return of(network, films, BLOCK_BYTES, progress);
    }

    /** As {@link #of(Layer, Tensor, DoubleConsumer)}, with at most so many bytes of J at a time. */
    static EmpiricalKernel of(Layer network, Tensor films, long blockBytes, DoubleConsumer progress) {
        if (network.isTraining()) {
            throw new IllegalArgumentException("a tangent kernel is of a network in evaluation mode, was in training");
        }
        int count = (int) films.size(0);
        if (count < 2) {
            throw new IllegalArgumentException("a tangent kernel is of at least 2 films, was of " + count);
        }
        try (Scope scope = Scope.open();
                Gradients on = Gradients.on()) {
            int outputs = outputs(network, films);
            long rows = (long) count * outputs;
            long parameters = network.parameterCount();
            long bytes = network.parameters().values().iterator().next().type().bytes();
            long mostColumns = Math.max(1, blockBytes / (rows * bytes));
            long blocks = (parameters + mostColumns - 1) / mostColumns;
            long columns = (parameters + blocks - 1) / blocks;
            Tensor kernel = Tensors.zeros(DataType.FLOAT64, rows, rows).to(films.device());
            Map<String, Double> traces = new LinkedHashMap<>();
            for (long from = 0; from < parameters; from += columns) {
                double before = from;
                long these = Math.min(columns, parameters - from);
                try (Scope block = Scope.open()) {
                    Jacobian jacobian = new Jacobian(network, rows, from, these);
                    fill(
                            jacobian,
                            network,
                            films,
                            outputs,
                            done -> progress.accept((before + done * these) / parameters));
                    jacobian.addTo(kernel, traces);
                }
            }
            return new EmpiricalKernel(new TangentKernel(count, outputs, kernel.doubles()), traces);
        }
    }

    /** Share of the last layer, which gives the scores, in the trace. */
    public double lastLayerShare() {
        List<Double> all = List.copyOf(traces.values());
        return all.get(all.size() - 1) / kernel.trace();
    }

    private static int outputs(Layer network, Tensor films) {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off()) {
            return (int) network.forward(films.narrow(0, 0, 1)).count();
        }
    }

    private static void fill(Jacobian jacobian, Layer network, Tensor films, int outputs, DoubleConsumer progress) {
        long count = films.size(0);
        for (int film = 0; film < count; film++) {
            try (Scope scope = Scope.open()) {
                Tensor scores = network.forward(films.narrow(0, film, 1)).reshape(outputs);
                for (int output = 0; output < outputs; output++) {
                    jacobian.fill((long) film * outputs + output, scores.select(0, output));
                }
            }
            progress.accept((film + 1.0) / count);
        }
    }
}
