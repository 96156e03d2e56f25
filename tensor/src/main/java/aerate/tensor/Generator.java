package aerate.tensor;

import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A seeded source of random tensors. Numbers are drawn on the CPU, so that a seed gives the same ones on every device.
 *
 * @see Libtorch#seed for the hidden generator of dropout
 */
public final class Generator implements AutoCloseable {
    private final org.bytedeco.pytorch.Generator raw;
    private final GeneratorOptional optional;

    private Generator(long seed) {
        try (Scope scope = Scope.open()) {
            raw = torch.make_generator_cpu(seed);
            raw.retainReference();
            optional = new GeneratorOptional(raw);
            optional.retainReference();
        }
    }

    public static Generator seeded(long seed) {
        return new Generator(seed);
    }

    /** Independent standard normal numbers. */
    public Tensor normal(long... shape) {
        return new Tensor(torch.randn(shape, optional, Tensors.options(DataType.FLOAT32)));
    }

    /** Independent numbers uniform in {@code [0, 1)}. */
    public Tensor uniform(long... shape) {
        return new Tensor(torch.rand(shape, optional, Tensors.options(DataType.FLOAT32)));
    }

    /** Independent integers uniform in {@code [low, high)}, as int64. */
    public Tensor integers(long low, long high, long... shape) {
        return new Tensor(torch.randint(low, high, shape, optional, Tensors.options(DataType.INT64)));
    }

    @Override
    public void close() {
        optional.close();
        raw.close();
    }
}
