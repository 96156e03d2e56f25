package aerate.film;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Makes the sums of a mutated PNG right again, as far as its chunks can be walked. */
final class PngSums {
    private PngSums() {}

    static void renew(byte[] content) {
        ByteBuffer chunks = ByteBuffer.wrap(content);
        int at = PngHeader.SIGNATURE_BYTES;
        while (at + 12 <= content.length) {
            int length = chunks.getInt(at);
            if (length < 0 || length > content.length - at - 12) {
                return;
            }
            CRC32 sum = new CRC32();
            sum.update(content, at + 4, 4 + length);
            chunks.putInt(at + 8 + length, (int) sum.getValue());
            at += 12 + length;
        }
    }
}
