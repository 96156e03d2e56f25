package aerate.tensor;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Makes tensors: of numbers, of files, of other tensors. */
public final class Tensors {
    private Tensors() {}

    public static Tensor zeros(long... shape) {
        return zeros(DataType.FLOAT32, shape);
    }

    public static Tensor zeros(DataType type, long... shape) {
        return new Tensor(torch.zeros(shape, options(type)));
    }

    /** Whatever lies in memory: to be written to before it is read. */
    public static Tensor uninitialised(DataType type, long... shape) {
        return new Tensor(torch.empty(shape, options(type), null));
    }

    public static Tensor full(double value, long... shape) {
        return new Tensor(torch.full(shape, new Scalar(value), options(DataType.FLOAT32)));
    }

    /** A float32 tensor of a copy of {@code values}. */
    public static Tensor of(float[] values, long... shape) {
        Tensor tensor = empty(DataType.FLOAT32, values.length, shape);
        tensor.raw().data_ptr_float().put(values, 0, values.length);
        return tensor;
    }

    /** A float64 tensor of a copy of {@code values}. */
    public static Tensor of(double[] values, long... shape) {
        Tensor tensor = empty(DataType.FLOAT64, values.length, shape);
        tensor.raw().data_ptr_double().put(values, 0, values.length);
        return tensor;
    }

    /** An int64 tensor of a copy of {@code values}. */
    public static Tensor of(long[] values, long... shape) {
        Tensor tensor = empty(DataType.INT64, values.length, shape);
        tensor.raw().data_ptr_long().put(values, 0, values.length);
        return tensor;
    }

    /** An unsigned 8-bit tensor of a copy of {@code values}. */
    public static Tensor of(byte[] values, long... shape) {
        Tensor tensor = empty(DataType.UINT8, values.length, shape);
        tensor.raw().data_ptr_byte().put(values, 0, values.length);
        return tensor;
    }

    /** The bytes of a file, mapped into memory and never written to. */
    public static Tensor map(Path file, long bytes) {
        return new Tensor(torch.from_file(
                file.toString(), new BoolOptional(false), new LongOptional(bytes), options(DataType.UINT8)));
    }

    /** Joins tensors along an axis that they have. */
    public static Tensor concatenate(int axis, Tensor... tensors) {
        return new Tensor(torch.cat(vector(List.of(tensors)), axis));
    }

    /** Joins tensors of one shape along a new axis. */
    public static Tensor stack(int axis, List<Tensor> tensors) {
        return new Tensor(torch.stack(vector(tensors), axis));
    }

    /** Elements of {@code yes} where the condition holds, else of {@code no}. */
    public static Tensor where(Tensor condition, Tensor yes, Tensor no) {
        return new Tensor(torch.where(condition.raw(), yes.raw(), no.raw()));
    }

    /** The larger of two, element by element; shapes broadcast. */
    public static Tensor larger(Tensor one, Tensor other) {
        return new Tensor(torch.maximum(one.raw(), other.raw()));
    }

    static TensorOptions options(DataType type) {
        return new TensorOptions().dtype(new ScalarTypeOptional(type.scalarType));
    }

    static TensorVector vector(List<Tensor> tensors) {
        TensorVector vector = new TensorVector(tensors.size());
        for (int i = 0; i < tensors.size(); i++) {
            vector.put(i, tensors.get(i).raw());
        }
        return vector;
    }

    private static Tensor empty(DataType type, long count, long... shape) {
        long product = 1;
        for (long size : shape) {
            product *= size;
        }
        if (product != count) {
            throw new IllegalArgumentException("a tensor of shape " + java.util.Arrays.toString(shape) + " must have "
                    + product + " values, had " + count);
        }
        return uninitialised(type, shape);
    }
}
