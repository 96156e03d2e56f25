package aerate.tensor;

import java.util.function.BiFunction;
import org.bytedeco.javacpp.PointerScope;

/**
 * Frees, on closing, every tensor that its thread made since it was opened.
 *
 * <p>Scopes nest. They are opened in few places (a training step, a sampler's loop, the reading of a film) and never
 * inside of arithmetic, which stays free of memory management.
 */
public final class Scope implements AutoCloseable {
    private final PointerScope outer;
    private final PointerScope pointers;

    private Scope() {
        outer = PointerScope.getInnerScope();
        pointers = new PointerScope();
    }

    public static Scope open() {
        return new Scope();
    }

    /**
     * Lets a tensor outlive this scope: it then belongs to the enclosing scope or, where there is none, to the caller,
     * who frees it with {@link Tensor#close()}.
     */
    public Tensor keep(Tensor tensor) {
        if (outer == null) {
            tensor.raw().retainReference();
        } else {
            outer.attach(tensor.raw());
        }
        return tensor;
    }

    /**
     * Carries one tensor through a loop: each step's tensors are freed but its result, and each result as soon as the
     * next one stands.
     *
     * @param start is left alive
     * @return the last result, kept in the scope around the call
     */
    public static <S> Tensor iterate(Tensor start, Iterable<S> steps, BiFunction<Tensor, S, Tensor> next) {
        Tensor current = start;
        for (S step : steps) {
            Tensor result;
            try (Scope scope = open()) {
                result = scope.keep(next.apply(current, step));
            }
            if (current != start && current != result) {
                release(current);
            }
            current = result;
        }
        return current;
    }

    private static void release(Tensor tensor) {
        PointerScope around = PointerScope.getInnerScope();
        if (around == null) {
            tensor.raw().releaseReference();
        } else {
            around.detach(tensor.raw());
        }
    }

    @Override
    public void close() {
        pointers.close();
    }
}
