package aerate.film;

import static aerate.film.UnreadableFilmException.require;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The head of a file in NumPy's format 1.0 (numpy.lib.format): magic, version, length, and a Python dictionary as text.
 *
 * @param shape sizes of the axes, slowest first; empty for a scalar
 * @param bytes length of the head itself
 */
record NpyHeader(NpyElement element, List<Integer> shape, int bytes) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int PREFIX = MAGIC.length + 2;
    private static final int ALIGNMENT = 64;
    private static final Pattern DESCRIPTOR = Pattern.compile("'descr': *'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\(((?:\\d{1,9}, *)*(?:\\d{1,9})?)\\)");

    static NpyHeader of(byte[] content, String source) throws UnreadableFilmException {
        require(
                content.length >= PREFIX && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length),
                source,
                "an array must begin with the magic of NumPy's format 1.0, did not");
        int length = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getShort(MAGIC.length) & 0xFFFF;
        require(
                content.length >= PREFIX + length,
                source,
                "an array's head must have " + length + " bytes, ended after " + (content.length - PREFIX));
        String text = new String(content, PREFIX, length, StandardCharsets.ISO_8859_1);
        String descriptor = find(DESCRIPTOR, text, "descr", source);
        NpyElement element = NpyElement.of(descriptor)
                .orElseThrow(() -> new UnreadableFilmException(
                        source,
                        "an array's element must be one of "
                                + Arrays.stream(NpyElement.values())
                                        .map(NpyElement::descriptor)
                                        .collect(Collectors.joining(", "))
                                + ", was " + descriptor));
        require(
                "False".equals(find(ORDER, text, "fortran_order", source)),
                source,
                "an array must be in C order, was in Fortran order");
        List<Integer> shape = Pattern.compile(",")
                .splitAsStream(find(SHAPE, text, "shape", source))
                .map(String::strip)
                .filter(axis -> !axis.isEmpty())
                .map(Integer::valueOf)
                .toList();
        return new NpyHeader(element, shape, PREFIX + length);
    }

    /** The head as text and bytes, padded so that the data behind it are aligned. */
    static byte[] format(NpyElement element, List<Integer> shape) {
        String axes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        // Python's tuple of one.
        axes += shape.size() == 1 ? "," : "";
        String text = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(element.descriptor(), axes);
        int unpadded = PREFIX + text.length() + 1;
        int length = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String padded = text + " ".repeat(length - unpadded) + "\n";
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) (length - PREFIX))
                .put(padded.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static String find(Pattern pattern, String text, String key, String source) throws UnreadableFilmException {
        Matcher matcher = pattern.matcher(text);
        require(matcher.find(), source, "an array's head must have a valid '" + key + "', was " + text.strip());
        return matcher.group(1);
    }
}
