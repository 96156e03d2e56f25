package aerate.film.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A file of PS3.10: preamble, the letters DICM, file meta information, data set.
 *
 * @param dataset up to the pixel data
 */
record Part10(TransferSyntax syntax, Dataset dataset) {
    private static final int PREAMBLE_BYTES = 128;
    private static final int LETTERS = 0x4449434D; // DICM
    private static final int GREATEST_INFLATED = 1 << 28;

    static boolean matches(byte[] content) {
        return content.length >= PREAMBLE_BYTES + 4 && ByteBuffer.wrap(content).getInt(PREAMBLE_BYTES) == LETTERS;
    }

    static Part10 of(byte[] content) throws DicomException {
        return of(content, true);
    }

    /** Without the pixel data, of which the content need not hold anything. */
    static Part10 headerOf(byte[] content) throws DicomException {
        return of(content, false);
    }

    private static Part10 of(byte[] content, boolean pixels) throws DicomException {
        ByteBuffer file =
                ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).position(PREAMBLE_BYTES + 4);
        int end = metaEnd(file.slice().order(ByteOrder.LITTLE_ENDIAN)) + file.position();
        ByteBuffer meta = file.slice(file.position(), end - file.position()).order(ByteOrder.LITTLE_ENDIAN);
        Dataset information = new ElementParser(meta, true).dataset();
        String uid = information
                .code(Tag.TRANSFER_SYNTAX)
                .orElseThrow(() -> new DicomException("a DICOM file must tell its transfer syntax, did not"));
        TransferSyntax syntax = TransferSyntax.of(uid);
        ByteBuffer body = file.slice(end, content.length - end);
        if (syntax == TransferSyntax.DEFLATED) {
            body = inflated(body);
        }
        ElementParser parser = new ElementParser(body.order(syntax.order()), syntax.explicit());
        return new Part10(syntax, pixels ? parser.dataset() : parser.header());
    }

    /** Where group 2 ends: found by its elements, since its own length is not always true. */
    private static int metaEnd(ByteBuffer meta) throws DicomException {
        while (meta.remaining() >= 8 && meta.getShort(meta.position()) == 2) {
            boolean wide = meta.getShort(meta.position() + 4) == 0x424F; // OB
            long length = wide && meta.remaining() >= 12
                    ? 12 + Integer.toUnsignedLong(meta.getInt(meta.position() + 8))
                    : 8 + (meta.getShort(meta.position() + 6) & 0xFFFF);
            if (length > meta.remaining()) {
                throw new DicomException("file meta information must end within its file, lacked "
                        + (length - meta.remaining()) + " bytes: truncated");
            }
            meta.position(meta.position() + (int) length);
        }
        return meta.position();
    }

    private static ByteBuffer inflated(ByteBuffer deflated) throws DicomException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream whole = new ByteArrayOutputStream(4 * deflated.remaining());
            byte[] part = new byte[1 << 16];
            while (!inflater.finished()) {
                int bytes = inflater.inflate(part);
                if (bytes == 0 && !inflater.finished()) {
                    throw new DicomException("a deflated data set must end within its file, did not: truncated");
                }
                whole.write(part, 0, bytes);
                if (whole.size() > GREATEST_INFLATED) {
                    throw new DicomException("a data set must inflate to at most " + GREATEST_INFLATED + " bytes");
                }
            }
            return ByteBuffer.wrap(whole.toByteArray());
        } catch (DataFormatException e) {
            throw new DicomException("a deflated data set must inflate, did not: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }
}
