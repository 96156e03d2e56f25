package aerate.film.codec;

import java.io.IOException;

/**
 * A compressed image whose header is read and whose samples are not yet, so that one that claims too much can be refused
 * before it costs anything.
 */
public final class CodedImage {
    /** The codec's own work. */
    interface Decoding {
        short[] samples() throws IOException;
    }

    private final Format format;
    private final Decoding decoding;

    CodedImage(Format format, Decoding decoding) {
        this.format = format;
        this.decoding = decoding;
    }

    /** What the header says. */
    public Format format() {
        return format;
    }

    /**
     * The samples row by row, the channels of a pixel side by side; negative ones of a signed image in two's complement.
     *
     * @throws CodecException if the stream is damaged or truncated
     */
    public short[] decode() throws CodecException {
        try {
            return decoding.samples();
        } catch (CodecException e) {
            throw e;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // Exceptions of every kind, and errors of their own making, are how codecs answer to damage.
            throw new CodecException("compressed pixels must be such as their codec reads, were not: " + e, e);
        }
    }
}
