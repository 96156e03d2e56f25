package aerate.network;

import aerate.tensor.DataType;
import aerate.tensor.Device;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format (huggingface/safetensors, README "Format"): eight bytes of header length, a JSON header of
 * types, shapes and offsets, then the tensors' bytes, little endian.
 */
public final class Safetensors {
    private static final int ALIGNMENT = 64;
    private static final int MAXIMUM_HEADER = 100_000_000; // the format's own limit
    private static final Map<DataType, String> NAMES = new EnumMap<>(Map.of(
            DataType.FLOAT32, "F32",
            DataType.FLOAT64, "F64",
            DataType.FLOAT16, "F16",
            DataType.BFLOAT16, "BF16",
            DataType.INT64, "I64",
            DataType.INT16, "I16",
            DataType.UINT8, "U8",
            DataType.BOOL, "BOOL"));

    private Safetensors() {}

    /** Writes tensors under their names. */
    public static void write(Path file, Map<String, Tensor> tensors) throws IOException {
        try (Scope scope = Scope.open();
                FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            // Wide elements first: every tensor is then aligned to its own element, and can be read where it lies.
            List<String> names = new ArrayList<>(tensors.keySet());
            names.sort(Comparator.comparingInt(
                    (String name) -> -tensors.get(name).type().bytes()));
            ObjectNode header = Json.MAPPER.createObjectNode();
            long offset = 0;
            for (String name : names) {
                Tensor tensor = tensors.get(name);
                ObjectNode entry = header.putObject(name);
                entry.put("dtype", NAMES.get(tensor.type()));
                entry.set("shape", Json.MAPPER.valueToTree(tensor.shape()));
                long end = offset + tensor.count() * tensor.type().bytes();
                entry.putArray("data_offsets").add(offset).add(end);
                offset = end;
            }
            byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
            int padded = (8 + json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - 8;
            ByteBuffer head = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
            head.putLong(padded).put(json);
            while (head.hasRemaining()) {
                head.put((byte) ' ');
            }
            writeFully(channel, head.flip());
            for (String name : names) {
                Tensor plain = tensors.get(name).detach().to(Device.CPU).contiguous();
                if (plain.count() > 0) { // libtorch gives nothing the memory of no elements
                    writeFully(channel, plain.bytes());
                }
            }
        }
    }

    /**
     * Reads all tensors of a file. They are views of the mapped file: copy what is to outlive the scope, write to none.
     *
     * @throws IOException naming the file and the rule that it breaks
     */
    public static Map<String, Tensor> read(Path file) throws IOException {
        long size = Files.size(file);
        JsonNode header = readHeader(file, size);
        long start = 8 + headerLength(file, size);
        Tensor bytes = Tensors.map(file, size);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                tensors.put(entry.getKey(), view(file, entry.getKey(), entry.getValue(), bytes, start, size));
            }
        }
        return tensors;
    }

    private static Tensor view(Path file, String name, JsonNode entry, Tensor bytes, long start, long size)
            throws IOException {
        DataType type = NAMES.entrySet().stream()
                .filter(known -> known.getValue().equals(entry.path("dtype").asText()))
                .map(Map.Entry::getKey)
                .findAny()
                .orElseThrow(() -> broken(file, name + " has the unknown type " + entry.path("dtype")));
        long from = integer(entry.path("data_offsets").path(0));
        long to = integer(entry.path("data_offsets").path(1));
        if (!entry.path("shape").isArray()) {
            throw broken(file, name + " has the impossible shape " + entry.path("shape"));
        }
        long count = 1;
        long[] shape = new long[entry.path("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = integer(entry.path("shape").path(i));
            if (shape[i] < 0 || shape[i] > size) {
                throw broken(file, name + " has the impossible shape " + entry.path("shape"));
            }
            count = shape[i] == 0 ? 0 : count > size ? count : count * shape[i];
        }
        if (from < 0 || to < from || to > size - start || to - from != count * type.bytes()) {
            throw broken(
                    file,
                    name + " has the offsets " + entry.path("data_offsets") + ", which fit neither its shape "
                            + entry.path("shape") + " nor the file's " + size + " bytes");
        }
        Tensor part = bytes.narrow(0, start + from, to - from);
        boolean aligned = (start + from) % type.bytes() == 0;
        return (aligned ? part : part.copy()).view(type).reshape(shape);
    }

    /** A whole number that a {@code long} holds, or -1, which is no offset and no size. */
    private static long integer(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong() ? number.asLong() : -1;
    }

    private static JsonNode readHeader(Path file, long size) throws IOException {
        byte[] json = new byte[(int) headerLength(file, size)];
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(8);
            in.readNBytes(json, 0, json.length);
        }
        try {
            JsonNode header = Json.MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
            if (!header.isObject()) {
                throw broken(file, "its header must be a JSON object, was " + header.getNodeType());
            }
            return header;
        } catch (JsonProcessingException e) {
            throw broken(file, "its header is not JSON: " + Json.reason(e));
        }
    }

    private static long headerLength(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(head, 0);
            long length = head.hasRemaining() ? -1 : head.getLong(0);
            if (length < 2 || length > Math.min(MAXIMUM_HEADER, size - 8)) {
                throw broken(file, "its header length must be in [2, " + (size - 8) + "], was " + length);
            }
            return length;
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static IOException broken(Path file, String why) {
        return new IOException(file + ": not a safetensors file: " + why);
    }
}
