package aerate.benchmark;

import aerate.network.Checkpoint;
import aerate.network.DenseNet;
import aerate.network.Inference;
import aerate.network.Network;
import aerate.tensor.Device;
import aerate.tensor.Gradients;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How fast a checkpoint of densenet121_2048fc scores films, beside the plain library path and ONNX Runtime. */
final class InferenceSpeed {
    private static final int WARMUP = 5;

    private InferenceSpeed() {}

    /**
     * Measures and prints a Markdown row for a batch and one for a single film.
     *
     * @param words a checkpoint
     */
    public static void main(String[] words) throws IOException {
        if (words.length != 1) {
            throw new IllegalArgumentException("one word is needed, CHECKPOINT, were " + words.length);
        }
        Setting setting = Setting.ofProperties();
        Libtorch.threads(setting.threads());
        try (Network network = Checkpoint.open(Path.of(words[0])).classifier(Device.CPU)) {
            if (!(network instanceof DenseNet denseNet)) {
                throw new IllegalArgumentException("CHECKPOINT must hold a densenet121_2048fc, held another network");
            }
            network.channelsLast();
            measure(denseNet, setting, setting.batch(), "%.1f films/s", "at least 110 films/s");
            measure(denseNet, setting, 1, "%2$.1f ms", "at most 20 ms");
        }
    }

    private static void measure(DenseNet network, Setting setting, int films, String format, String target) {
        boolean bfloat16 = Libtorch.prefersBfloat16(Device.CPU);
        Batch batch = Batch.draw(films, setting.size(), 1);
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Inference ours = Inference.of(network, Device.CPU);
                Inference plain = new Inference.AsTrained(network, Device.CPU, bfloat16);
                ThroughOnnx onnx = new ThroughOnnx(network, setting.size(), setting.threads())) {
            Tensor input = Tensors.of(batch.values(), batch.shape()).channelsLast();
            Map<String, Runnable> ways = new LinkedHashMap<>();
            ways.put("ours", () -> infer(ours, input));
            ways.put("as trained", () -> infer(plain, input));
            ways.put("ONNX Runtime float32", () -> onnx.infer(batch));
            Map<String, Double> seconds = Medians.of(Clock.ofProperties(), WARMUP, setting.rounds(), ways);
            StringBuilder figures = new StringBuilder();
            seconds.forEach((name, median) -> figures.append(figures.isEmpty() ? "" : ", ")
                    .append(name)
                    .append(" **")
                    .append(String.format(Locale.ROOT, format, films / median, 1e3 * median))
                    .append("**"));
            System.out.printf(
                    Locale.ROOT,
                    "| inference (%s time), %d films of %d px | %s | %s |%n",
                    Clock.ofProperties().name().toLowerCase(Locale.ROOT),
                    films,
                    setting.size(),
                    figures,
                    target);
        }
    }

    private static void infer(Inference inference, Tensor films) {
        try (Scope scope = Scope.open()) {
            inference.infer(films).scores().floats();
        }
    }
}
