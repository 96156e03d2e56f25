package aerate.tensor;

import java.util.Locale;
import org.bytedeco.pytorch.global.torch;

/** Where tensors live and are computed. */
public enum Device {
    CPU("cpu"),
    CUDA("cuda");

    private final String torchName;

    Device(String torchName) {
        this.torchName = torchName;
    }

    /**
     * The device of the given name.
     *
     * @param name {@code auto} (CUDA where it is available), {@code cpu} or {@code cuda}
     * @throws IllegalArgumentException for another name, or where CUDA is wanted and not available
     */
    public static Device of(String name) {
        boolean cuda = torch.cuda_is_available();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "auto" -> cuda ? CUDA : CPU;
            case "cpu" -> CPU;
            case "cuda" -> {
                if (!cuda) {
                    throw new IllegalArgumentException(
                            "device cuda is not available here: it needs an NVIDIA GPU and a build with -Pcuda");
                }
                yield CUDA;
            }
            default -> throw new IllegalArgumentException("device must be auto, cpu or cuda, was " + name);
        };
    }

    org.bytedeco.pytorch.Device raw() {
        return new org.bytedeco.pytorch.Device(torchName);
    }
}
