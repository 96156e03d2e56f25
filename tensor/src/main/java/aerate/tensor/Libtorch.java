package aerate.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.global.torch;

/** The libtorch of this process: its version, its threads, what the machine offers it. */
public final class Libtorch {
    private Libtorch() {}

    /** Version of the bindings and with it of libtorch. */
    public static String version() {
        return org.bytedeco.pytorch.Tensor.class.getPackage().getImplementationVersion();
    }

    /**
     * Bounds the threads of one operation.
     *
     * @param threads at least 1
     */
    public static void threads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + threads);
        }
        torch.set_num_threads(threads);
    }

    public static int threads() {
        return torch.get_num_threads();
    }

    /**
     * Leaves NNPACK alone, convolutions that few processors have any use for: where it cannot be used, libtorch says so on
     * standard error for each convolution of each new thread, and would hide what else is said there.
     */
    public static void withoutNnpack() {
        torch.globalContext().setUserEnabledNNPACK(false);
    }

    /**
     * Whether the convolutions of this library are right on this processor. Where they are not, those of {@link Functions}
     * are all the same; what asks the bindings themselves may get wrong numbers, or none and the end of the process.
     */
    public static boolean convolutionsAreSound() {
        return ChannelBlocks.SOUND;
    }

    /** Seeds the generators behind operations that take none (dropout). */
    public static void seed(long seed) {
        torch.manual_seed(seed);
    }

    /**
     * Whether bfloat16 is faster than float32 here: a GPU, or a processor with AVX-512 or AMX bfloat16 instructions.
     * Elsewhere libtorch emulates it, slowly.
     */
    public static boolean prefersBfloat16(Device device) {
        if (device == Device.CUDA) {
            return true;
        }
        try {
            String flags = Files.readString(Path.of("/proc/cpuinfo"));
            return flags.contains("avx512_bf16") || flags.contains("amx_bf16");
        } catch (IOException e) {
            return false; // not Linux: nothing tells, so the safe choice
        }
    }

    /** Whether what went wrong is that memory, of the machine or of a GPU, did not do. */
    public static boolean isOutOfMemory(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("can't allocate memory") || message.contains("out of memory");
    }

    /** Native objects alive that this process made through the bindings: the measure of every leak test. */
    public static long liveObjects() {
        return Pointer.totalCount();
    }
}
