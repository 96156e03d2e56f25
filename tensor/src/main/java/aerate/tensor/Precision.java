package aerate.tensor;

import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The precision in which a thread computes: under {@link #bfloat16} convolutions and matrix products run in bfloat16
 * while parameters stay float32 (libtorch's autocast).
 */
public final class Precision implements AutoCloseable {
    private final DeviceType device;
    private final boolean before;

    private Precision(Device device, boolean bfloat16) {
        this.device = device == Device.CUDA ? DeviceType.CUDA : DeviceType.CPU;
        before = torch.is_autocast_enabled(this.device);
        torch.set_autocast_dtype(this.device, ScalarType.BFloat16);
        torch.set_autocast_enabled(this.device, bfloat16);
    }

    /** bfloat16 on this thread until closed. */
    public static Precision bfloat16(Device device) {
        return new Precision(device, true);
    }

    /** float32 on this thread until closed. */
    public static Precision float32(Device device) {
        return new Precision(device, false);
    }

    /** {@link #bfloat16} or {@link #float32}. */
    public static Precision of(Device device, boolean bfloat16) {
        return new Precision(device, bfloat16);
    }

    static boolean isBfloat16OnCpu() {
        return torch.is_autocast_enabled(DeviceType.CPU);
    }

    @Override
    public void close() {
        torch.clear_cache(); // weights cast for this block; after a step of the optimizer they would be stale
        torch.set_autocast_enabled(device, before);
    }
}
