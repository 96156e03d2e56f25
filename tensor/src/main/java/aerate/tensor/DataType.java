package aerate.tensor;

import org.bytedeco.pytorch.global.torch.ScalarType;

/** What the elements of a tensor are. */
public enum DataType {
    FLOAT32(ScalarType.Float, 4),
    FLOAT64(ScalarType.Double, 8),
    FLOAT16(ScalarType.Half, 2),
    BFLOAT16(ScalarType.BFloat16, 2),
    INT64(ScalarType.Long, 8),
    INT16(ScalarType.Short, 2),
    UINT8(ScalarType.Byte, 1),
    BOOL(ScalarType.Bool, 1);

    final ScalarType scalarType;
    private final int bytes;

    DataType(ScalarType scalarType, int bytes) {
        this.scalarType = scalarType;
        this.bytes = bytes;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    static DataType of(ScalarType scalarType) {
        for (DataType type : values()) {
            if (type.scalarType == scalarType.intern()) {
                return type;
            }
        }
        throw new IllegalArgumentException("no data type here stands for libtorch's " + scalarType);
    }
}
