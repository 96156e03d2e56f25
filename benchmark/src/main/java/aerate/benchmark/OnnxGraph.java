package aerate.benchmark;

import aerate.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** An ONNX file under construction: nodes in order, weights in float32. Field numbers are those of onnx.proto. */
final class OnnxGraph {
    /** Name of the only input, {@code N x channels x H x W} with any N. */
    static final String INPUT = "films";

    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;

    private final ProtobufMessage graph = new ProtobufMessage().text(2, "aerate");
    private int nodes;

    void weight(String name, Tensor tensor) {
        ProtobufMessage weight = new ProtobufMessage();
        for (long size : tensor.shape()) {
            weight.number(1, size);
        }
        float[] values = tensor.floats();
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        graph.message(5, weight.number(2, FLOAT).text(8, name).bytes(9, raw.array()));
    }

    /**
     * Adds an operation and names its result.
     *
     * @param attributes integers, or lists of them, by name
     */
    String node(String operator, Map<String, List<Integer>> attributes, String... inputs) {
        ProtobufMessage node = new ProtobufMessage();
        for (String input : inputs) {
            node.text(1, input);
        }
        String result = operator + nodes++;
        node.text(2, result).text(4, operator);
        attributes.forEach((name, values) -> node.message(5, attribute(name, values)));
        graph.message(1, node);
        return result;
    }

    private static ProtobufMessage attribute(String name, List<Integer> values) {
        final int integer = 2;
        final int integers = 7;
        ProtobufMessage attribute = new ProtobufMessage().text(1, name);
        if (values.size() == 1) {
            return attribute.number(3, values.get(0)).number(20, integer);
        }
        values.forEach(value -> attribute.number(8, value));
        return attribute.number(20, integers);
    }

    /**
     * The file.
     *
     * @param input channels, height and width of {@link #INPUT}
     * @param output result of the last node, {@code N x classes}
     */
    byte[] file(List<Integer> input, String output, int classes) {
        graph.message(11, value(INPUT, input)).message(12, value(output, List.of(classes)));
        return new ProtobufMessage()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new ProtobufMessage().text(1, "").number(2, OPERATOR_SET))
                .bytes();
    }

    private static ProtobufMessage value(String name, List<Integer> sizes) {
        ProtobufMessage shape = new ProtobufMessage().message(1, new ProtobufMessage().text(2, "N"));
        sizes.forEach(size -> shape.message(1, new ProtobufMessage().number(1, size)));
        ProtobufMessage tensor = new ProtobufMessage().number(1, FLOAT).message(2, shape);
        return new ProtobufMessage().text(1, name).message(2, new ProtobufMessage().message(1, tensor));
    }
}
