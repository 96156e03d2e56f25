package aerate.tensor;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/**
 * A handle to a libtorch tensor with the operations that Aerate uses. Names follow torch; an operation leaves its
 * operands alone unless it says "in place".
 *
 * <p>Made within a {@link Scope}, a tensor is freed with it. Errors of libtorch (shapes that do not fit) come as
 * {@link RuntimeException} with libtorch's words.
 */
public final class Tensor implements AutoCloseable {
    private final org.bytedeco.pytorch.Tensor raw;

    Tensor(org.bytedeco.pytorch.Tensor raw) {
        this.raw = raw;
    }

    org.bytedeco.pytorch.Tensor raw() {
        return raw;
    }

    // --- what it is

    public long[] shape() {
        long[] shape = new long[rank()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = raw.size(i);
        }
        return shape;
    }

    public int rank() {
        return (int) raw.dim();
    }

    /** Size of an axis; negative axes count from the last. */
    public long size(int axis) {
        return raw.size(axis);
    }

    /** Elements between neighbours along an axis. */
    public long stride(int axis) {
        return raw.stride(axis);
    }

    public long count() {
        return raw.numel();
    }

    public DataType type() {
        return DataType.of(raw.scalar_type());
    }

    /** Where it lives. */
    public Device device() {
        return raw.is_cuda() ? Device.CUDA : Device.CPU;
    }

    // --- what it holds

    /** The only element of a tensor that has one. */
    public double item() {
        return raw.item_double();
    }

    /** All elements as float32, in row-major order. */
    public float[] floats() {
        try (Scope scope = Scope.open()) {
            float[] values = new float[Math.toIntExact(count())];
            if (values.length > 0) {
                raw.detach()
                        .cpu()
                        .to(DataType.FLOAT32.scalarType)
                        .contiguous()
                        .data_ptr_float()
                        .get(values, 0, values.length);
            }
            return values;
        }
    }

    /** All elements as float64, in row-major order. */
    public double[] doubles() {
        try (Scope scope = Scope.open()) {
            double[] values = new double[Math.toIntExact(count())];
            if (values.length > 0) {
                raw.detach()
                        .cpu()
                        .to(DataType.FLOAT64.scalarType)
                        .contiguous()
                        .data_ptr_double()
                        .get(values, 0, values.length);
            }
            return values;
        }
    }

    /** All elements as int64, in row-major order. */
    public long[] longs() {
        try (Scope scope = Scope.open()) {
            long[] values = new long[Math.toIntExact(count())];
            if (values.length > 0) {
                raw.cpu()
                        .to(DataType.INT64.scalarType)
                        .contiguous()
                        .data_ptr_long()
                        .get(values, 0, values.length);
            }
            return values;
        }
    }

    /** The memory of a contiguous CPU tensor; valid as long as the tensor is, so keep the tensor. */
    public ByteBuffer bytes() {
        if (!raw.is_contiguous() || raw.is_cuda()) {
            throw new IllegalStateException("bytes() needs a contiguous tensor on the CPU");
        }
        return new BytePointer(raw.data_ptr()).capacity(raw.nbytes()).asByteBuffer();
    }

    // --- arithmetic

    public Tensor plus(Tensor other) {
        return new Tensor(raw.add(other.raw));
    }

    public Tensor plus(double value) {
        return new Tensor(raw.add(new Scalar(value)));
    }

    public Tensor minus(Tensor other) {
        return new Tensor(raw.sub(other.raw));
    }

    public Tensor minus(double value) {
        return new Tensor(raw.sub(new Scalar(value)));
    }

    public Tensor times(Tensor other) {
        return new Tensor(raw.mul(other.raw));
    }

    public Tensor times(double value) {
        return new Tensor(raw.mul(new Scalar(value)));
    }

    public Tensor over(Tensor other) {
        return new Tensor(raw.div(other.raw));
    }

    public Tensor over(double value) {
        return new Tensor(raw.div(new Scalar(value)));
    }

    public Tensor square() {
        return new Tensor(raw.square());
    }

    public Tensor sqrt() {
        return new Tensor(raw.sqrt());
    }

    public Tensor exp() {
        return new Tensor(raw.exp());
    }

    public Tensor log() {
        return new Tensor(raw.log());
    }

    public Tensor sin() {
        return new Tensor(raw.sin());
    }

    public Tensor cos() {
        return new Tensor(raw.cos());
    }

    public Tensor abs() {
        return new Tensor(raw.abs());
    }

    public Tensor sigmoid() {
        return new Tensor(raw.sigmoid());
    }

    public Tensor clamp(double minimum, double maximum) {
        return new Tensor(raw.clamp(new ScalarOptional(new Scalar(minimum)), new ScalarOptional(new Scalar(maximum))));
    }

    /** Within bounds that are tensors themselves; shapes broadcast. */
    public Tensor clamp(Tensor minimum, Tensor maximum) {
        return new Tensor(raw.clamp(new TensorOptional(minimum.raw), new TensorOptional(maximum.raw)));
    }

    /** True where this is at least {@code value}. */
    public Tensor atLeast(double value) {
        return new Tensor(raw.ge(new Scalar(value)));
    }

    /** True where this is at least the other; shapes broadcast. */
    public Tensor atLeast(Tensor other) {
        return new Tensor(raw.ge(other.raw));
    }

    /** Matrix product; leading axes are batches. */
    public Tensor matmul(Tensor other) {
        return new Tensor(raw.matmul(other.raw));
    }

    // --- reductions

    public Tensor sum() {
        return new Tensor(raw.sum());
    }

    public Tensor sum(int... axes) {
        return new Tensor(raw.sum(longs(axes), false, null));
    }

    public Tensor mean() {
        return new Tensor(raw.mean());
    }

    public Tensor mean(int... axes) {
        return new Tensor(raw.mean(longs(axes), false, null));
    }

    public Tensor min() {
        return new Tensor(raw.min());
    }

    public Tensor max() {
        return new Tensor(raw.max());
    }

    /** True if every element is a finite number. */
    public boolean isFinite() {
        try (Scope scope = Scope.open()) {
            return raw.isfinite().all().item_bool();
        }
    }

    // --- shapes

    public Tensor reshape(long... shape) {
        return new Tensor(raw.reshape(shape));
    }

    public Tensor transpose(int one, int other) {
        return new Tensor(raw.transpose(one, other));
    }

    /** The part {@code [start, start + length)} of an axis; shares memory. */
    public Tensor narrow(int axis, long start, long length) {
        return new Tensor(raw.narrow(axis, start, length));
    }

    /** Every {@code step}-th place of an axis, the first among them: a view. */
    public Tensor every(int axis, int step) {
        return new Tensor(raw.slice(axis, new LongOptional(), new LongOptional(), step));
    }

    /** One position of an axis, which is then gone; shares memory. */
    public Tensor select(int axis, long index) {
        return new Tensor(raw.select(axis, index));
    }

    /** The given positions of an axis, copied. */
    public Tensor gather(int axis, Tensor indices) {
        return new Tensor(raw.index_select(axis, indices.raw));
    }

    public Tensor unsqueeze(int axis) {
        return new Tensor(raw.unsqueeze(axis));
    }

    /** The same memory read as another type. */
    public Tensor view(DataType type) {
        return new Tensor(raw.view(type.scalarType));
    }

    // --- memory

    public Tensor to(DataType type) {
        return new Tensor(raw.to(type.scalarType));
    }

    public Tensor to(Device device) {
        return new Tensor(raw.to(device.raw(), raw.scalar_type()));
    }

    /** A row-major copy, or this tensor if it is so already. */
    public Tensor contiguous() {
        return new Tensor(raw.contiguous());
    }

    /** A copy that shares nothing. */
    public Tensor copy() {
        return new Tensor(raw.clone());
    }

    /** The same values cut off from the graph of gradients; shares memory. */
    public Tensor detach() {
        return new Tensor(raw.detach());
    }

    /**
     * The same values, {@code N x C x H x W}, with channels innermost in memory.
     *
     * <p>With one channel both layouts are the same bytes, and libtorch's own {@code contiguous(ChannelsLast)} leaves the
     * strides row-major, which silently makes every following convolution row-major: the strides are set by hand.
     */
    public Tensor channelsLast() {
        if (size(1) > 1) {
            return new Tensor(raw.contiguous(MemoryFormat.ChannelsLast));
        }
        long height = size(2);
        long width = size(3);
        return new Tensor(raw.contiguous()
                .as_strided(new long[] {size(0), 1, height, width}, new long[] {height * width, 1, width, 1}));
    }

    // --- gradients

    /** Marks this tensor as one to compute gradients for. */
    public Tensor requiresGradient() {
        raw.set_requires_grad(true);
        return this;
    }

    /** Adds d this / d p to the gradient of every parameter p; this has one element. */
    public void backward() {
        raw.backward();
    }

    /** The gradient that {@link #backward} gathered; undefined before it. */
    public Tensor gradient() {
        return new Tensor(raw.grad());
    }

    // --- in place

    /** Copies the other's elements over these, converting type and device; in place. */
    public Tensor assign(Tensor other) {
        raw.copy_(other.raw);
        return this;
    }

    /** Raises what is less than {@code minimum} to it; in place. */
    public Tensor raiseTo(int minimum) {
        raw.clamp_min_(new Scalar(minimum));
        return this;
    }

    /** Moves this towards the other: this + weight (other − this); in place. */
    public Tensor moveTowards(Tensor other, double weight) {
        raw.lerp_(other.raw, new Scalar(weight));
        return this;
    }

    /** Makes this handle stand for the data of the other, gradients and optimizer untouched; in place. */
    public Tensor replaceData(Tensor other) {
        raw.set_data(other.raw);
        return this;
    }

    /** Makes this tensor independent of every scope: a parameter, freed by {@link #close()}. */
    public Tensor owned() {
        raw.retainReference();
        return this;
    }

    @Override
    public void close() {
        raw.close();
    }

    @Override
    public String toString() {
        return "Tensor " + type() + " " + Arrays.toString(shape());
    }

    private static long[] longs(int... axes) {
        return Arrays.stream(axes).asLongStream().toArray();
    }
}
