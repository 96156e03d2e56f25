package aerate.benchmark;

import aerate.network.DenseNet;
import aerate.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** densenet121_2048fc as an ONNX file: the operations of {@link DenseNet}, one for one. */
final class OnnxDenseNet {
    private static final int[] BLOCKS = {6, 12, 24, 16};

    private final OnnxGraph graph = new OnnxGraph();

    private OnnxDenseNet() {}

    /** The file of a DenseNet-121 with a hidden layer before its two scores, for films of one channel. */
    static byte[] file(DenseNet network, int size) {
        Map<String, Tensor> state = network.state();
        OnnxDenseNet onnx = new OnnxDenseNet();
        state.forEach(onnx.graph::weight);
        String scores = onnx.scores(onnx.features());
        return onnx.graph.file(List.of(1, size, size), scores, 2);
    }

    private String features() {
        String x = normRelu(conv(OnnxGraph.INPUT, "features.conv0", 7, 2), "features.norm0");
        x = graph.node("MaxPool", window(3, 2, 1), x);
        for (int block = 1; block <= BLOCKS.length; block++) {
            for (int layer = 1; layer <= BLOCKS[block - 1]; layer++) {
                String name = "features.denseblock" + block + ".denselayer" + layer;
                String narrow = conv(normRelu(x, name + ".norm1"), name + ".conv1", 1, 1);
                String grown = conv(normRelu(narrow, name + ".norm2"), name + ".conv2", 3, 1);
                x = graph.node("Concat", Map.of("axis", List.of(1)), x, grown);
            }
            if (block < BLOCKS.length) {
                String name = "features.transition" + block;
                x = conv(normRelu(x, name + ".norm"), name + ".conv", 1, 1);
                x = graph.node("AveragePool", window(2, 2, 0), x);
            }
        }
        return normRelu(x, "features.norm5");
    }

    private String scores(String features) {
        String pooled = graph.node("Flatten", Map.of(), graph.node("GlobalAveragePool", Map.of(), features));
        return linear(graph.node("Relu", Map.of(), linear(pooled, "classifier.0")), "classifier.2");
    }

    private String conv(String x, String name, int kernel, int stride) {
        return graph.node("Conv", window(kernel, stride, kernel / 2), x, name + ".weight");
    }

    private String normRelu(String x, String name) {
        String norm = graph.node(
                "BatchNormalization",
                Map.of(), // epsilon 1e-5 is the default
                x,
                name + ".weight",
                name + ".bias",
                name + ".running_mean",
                name + ".running_var");
        return graph.node("Relu", Map.of(), norm);
    }

    private String linear(String x, String name) {
        return graph.node("Gemm", Map.of("transB", List.of(1)), x, name + ".weight", name + ".bias");
    }

    private static Map<String, List<Integer>> window(int kernel, int stride, int padding) {
        return Map.of(
                "kernel_shape", List.of(kernel, kernel),
                "strides", List.of(stride, stride),
                "pads", List.of(padding, padding, padding, padding));
    }
}
