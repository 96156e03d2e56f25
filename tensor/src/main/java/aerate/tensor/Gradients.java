package aerate.tensor;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Whether a thread records gradients, and the gradients themselves. */
public final class Gradients implements AutoCloseable {
    private final AutoGradMode mode;

    private Gradients(boolean on) {
        try (PointerScope none = new PointerScope()) {
            mode = new AutoGradMode(on);
            mode.retainReference(); // its destructor restores the mode: it must run in close(), not with a scope
        }
    }

    /** No gradients on this thread until closed: inference. */
    public static Gradients off() {
        return new Gradients(false);
    }

    /** Gradients on this thread until closed: an explanation within inference. */
    public static Gradients on() {
        return new Gradients(true);
    }

    /**
     * Gradient of a score with respect to a tensor that it was computed from.
     *
     * @param score one element
     * @return of the shape of {@code with}
     */
    public static Tensor of(Tensor score, Tensor with) {
        return new Tensor(raw(score, new TensorVector(with.raw()), false).get(0));
    }

    /**
     * Gradients of a score with respect to several tensors, at the cost of one pass back. Nothing is added to what
     * {@link Tensor#backward} gathers, and the graph stays, for the gradients of another score.
     *
     * @param score one element
     * @return in the order and of the shapes of {@code with}; zeros where the score does not depend on the tensor
     */
    public static List<Tensor> of(Tensor score, List<Tensor> with) {
        TensorVector gradients = raw(score, Tensors.vector(with), true);
        return IntStream.range(0, with.size())
                .mapToObj(i -> gradients.get(i).defined()
                        ? new Tensor(gradients.get(i))
                        : new Tensor(torch.zeros_like(with.get(i).raw())))
                .toList();
    }

    private static TensorVector raw(Tensor score, TensorVector with, boolean allowUnused) {
        return torch.grad(
                new TensorVector(score.raw()), with, new TensorVector(), new BoolOptional(true), false, allowUnused);
    }

    /**
     * Scales the gradients of the parameters so that their joint L2 norm is at most {@code maximum}.
     *
     * @return the norm before
     */
    public static double clip(List<Tensor> parameters, double maximum) {
        return torch.clip_grad_norm_(Tensors.vector(parameters), maximum);
    }

    @Override
    public void close() {
        mode.close();
    }
}
