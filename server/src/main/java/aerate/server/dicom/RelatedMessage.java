package aerate.server.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A {@code multipart/related} message of DICOM files in the making. */
final class RelatedMessage {
    private final String boundary = "aerate-" + UUID.randomUUID();

    String contentType() {
        return "multipart/related; type=\"application/dicom\"; boundary=" + boundary;
    }

    void part(OutputStream out, byte[] file) throws IOException {
        write(out, "--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n");
        out.write(file);
        write(out, "\r\n");
    }

    void end(OutputStream out) throws IOException {
        write(out, "--" + boundary + "--\r\n");
    }

    private static void write(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.US_ASCII));
    }
}
