package aerate.training.kernel;

import aerate.tensor.DataType;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The derivatives of every score of every film by some of a network's parameters, laid end to end: a block of columns of J.
 * Its product with itself is a term of the kernel.
 *
 * <p>Kept in pieces of a few columns, each of which is multiplied by itself: blocks of a gigabyte would leave holes in the
 * native heap that the next block, a little larger, does not fit into.
 */
final class Jacobian {
    private static final long COLUMNS = 1 << 16; // of a piece, at most

    /**
     * Some columns.
     *
     * @param name of the parameter
     * @param parameter its place in {@link #parameters}
     * @param start the first of its numbers that is meant
     * @param derivatives rows x columns
     */
    private record Piece(String name, int parameter, long start, Tensor derivatives) {}

    private final List<Tensor> parameters = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();

    /** The columns {@code [from, from + columns)} of all parameters laid end to end, still zero. */
    Jacobian(Layer network, long rows, long from, long columns) {
        long before = 0;
        for (Map.Entry<String, Tensor> entry : network.parameters().entrySet()) {
            Tensor parameter = entry.getValue();
            long end = Math.min(parameter.count(), from + columns - before);
            for (long start = Math.max(0, from - before); start < end; start += COLUMNS) {
                if (parameters.isEmpty() || parameters.get(parameters.size() - 1) != parameter) {
                    parameters.add(parameter);
                }
                long width = Math.min(COLUMNS, end - start);
                Tensor derivatives =
                        Tensors.zeros(parameter.type(), rows, width).to(parameter.device());
                pieces.add(new Piece(entry.getKey(), parameters.size() - 1, start, derivatives));
            }
            before += parameter.count();
        }
    }

    /** Fills the row of a score, one element. */
    void fill(long row, Tensor score) {
        List<Tensor> gradients = Gradients.of(score, parameters).stream()
                .map(gradient -> gradient.reshape(-1))
                .toList();
        for (Piece piece : pieces) {
            Tensor gradient = gradients.get(piece.parameter);
            piece.derivatives.select(0, row).assign(gradient.narrow(0, piece.start, piece.derivatives.size(1)));
        }
    }

    /**
     * Adds this block's product with itself to a kernel, in place, and the sums of its squares to what each layer gave.
     *
     * <p>In double precision: eigenvalues then come out down to 10⁻¹² of the greatest, where a product in single precision
     * would drown them at 10⁻⁷.
     *
     * @param kernel float64, rows x rows
     * @param traces by layer: names of parameters without their last part
     */
    void addTo(Tensor kernel, Map<String, Double> traces) {
        for (Piece piece : pieces) {
            try (Scope scope = Scope.open()) {
                Tensor exact = piece.derivatives.to(DataType.FLOAT64);
                kernel.assign(kernel.plus(exact.matmul(exact.transpose(0, 1))));
                String layer = piece.name.substring(0, Math.max(0, piece.name.lastIndexOf('.')));
                traces.merge(layer, exact.square().sum().item(), Double::sum);
            }
        }
    }
}
