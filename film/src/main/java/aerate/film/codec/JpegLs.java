package aerate.film.codec;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * JPEG-LS, lossless and near-lossless, of 2 to 16 bits (ITU-T T.87). Written here since no kept Java codec reads it. Not
 * read, and refused by name: mapping tables, point transforms, restart intervals, sizes that come after the scan.
 */
public final class JpegLs {
    private static final int FRAME = 0xF7;
    private static final int PARAMETERS = 0xF8;

    private final Segments segments;
    private final Format format;
    private int maximum;
    private int[] chosen = new int[4]; // thresholds and reset; 0 is the default

    private JpegLs(Segments segments, Format format) {
        this.segments = segments;
        this.format = format;
        this.maximum = (1 << format.bits()) - 1;
    }

    /**
     * Reads a stream's header.
     *
     * @throws CodecException if it is no JPEG-LS, or of a kind that is not read
     */
    public static CodedImage open(byte[] content) throws CodecException {
        Segments segments = new Segments(content);
        int[] early = new int[0];
        for (int marker = segments.marker(); marker != FRAME; marker = segments.marker()) {
            CodecException.require(
                    marker == PARAMETERS || passedOver(marker),
                    "a JPEG-LS frame (FFF7) was wanted, was %02X".formatted(marker));
            ByteBuffer segment = segments.segment();
            if (marker == PARAMETERS) {
                early = parameters(segment);
            }
        }
        ByteBuffer frame = segments.segment();
        CodecException.require(frame.remaining() >= 6, "a JPEG-LS frame must have at least 6 bytes: damaged");
        int bits = frame.get() & 0xFF;
        int height = frame.getShort() & 0xFFFF;
        int width = frame.getShort() & 0xFFFF;
        JpegLs image = new JpegLs(segments, Format.of(width, height, frame.get() & 0xFF, bits));
        CodecException.require(bits >= 2, "JPEG-LS must have at least 2 bits, had " + bits);
        if (early.length > 0) {
            image.choose(early);
        }
        return new CodedImage(image.format, image::samples);
    }

    private short[] samples() throws CodecException {
        short[] samples = new short[(int) format.samples()];
        int channels = format.channels();
        int done = 0;
        while (done < channels) {
            int marker = segments.marker();
            if (marker == Segments.START_OF_SCAN) {
                done += scan(samples, done);
                continue;
            }
            CodecException.require(
                    marker == PARAMETERS || passedOver(marker),
                    "a JPEG-LS scan must not be preceded by marker %02X: not read".formatted(marker));
            ByteBuffer segment = segments.segment();
            if (marker == PARAMETERS) {
                choose(parameters(segment));
            }
        }
        CodecException.require(
                segments.marker() == Segments.END_OF_IMAGE,
                "a JPEG-LS stream must close with the end of image (FFD9), did not: truncated");
        return samples;
    }

    /** Decodes one scan and says how many channels it had. */
    private int scan(short[] samples, int first) throws CodecException {
        ByteBuffer header = segments.segment();
        int count = header.hasRemaining() ? header.get() & 0xFF : 0;
        CodecException.require(
                count >= 1 && first + count <= format.channels() && header.remaining() == 2 * count + 3,
                "a JPEG-LS scan must be of 1 to " + (format.channels() - first) + " channels, was of " + count);
        for (int channel = 0; channel < count; channel++) {
            header.get();
            CodecException.require(header.get() == 0, "JPEG-LS mapping tables are not read");
        }
        int near = header.get() & 0xFF;
        int interleave = header.get();
        CodecException.require(header.get() == 0, "a JPEG-LS point transform is not read");
        CodecException.require(
                interleave == 0 ? count == 1 : (interleave == 1 || interleave == 2) && count == format.channels(),
                "JPEG-LS must be interleaved by scan, line or sample, was by " + interleave + " with " + count
                        + " channels");
        JpegLsCoding coding = JpegLsCoding.of(maximum, near, chosen[0], chosen[1], chosen[2], chosen[3]);
        CodedBits bits = CodedBits.ofJpegLs(segments.coded(0x80));
        JpegLsScan scan = new JpegLsScan(coding, bits, format.width());
        int together = interleave == 2 ? count : 1;
        int[][] above = new int[count][format.width() + 2];
        int[][] line = new int[count][format.width() + 2];
        int[] runs = new int[count];
        for (int y = 0; y < format.height(); y++) {
            for (int channel = 0; channel < count; channel += together) {
                runs[channel] = scan.decode(
                        Arrays.copyOfRange(above, channel, channel + together),
                        Arrays.copyOfRange(line, channel, channel + together),
                        runs[channel]);
            }
            put(line, y, first, samples);
            int[][] old = above;
            above = line;
            line = old;
        }
        CodecException.require(
                bits.left() < 8, "coded data must end with the image, had " + bits.left() + " more bytes");
        return count;
    }

    private void put(int[][] line, int y, int first, short[] samples) {
        int channels = format.channels();
        for (int channel = 0; channel < line.length; channel++) {
            int at = y * format.width() * channels + first + channel;
            for (int x = 1; x <= format.width(); x++, at += channels) {
                samples[at] = (short) line[channel][x];
            }
        }
    }

    /** Greatest sample, thresholds and reset of an LSE segment. */
    private static int[] parameters(ByteBuffer segment) throws CodecException {
        CodecException.require(
                segment.remaining() == 11 && segment.get() == 1,
                "JPEG-LS parameters must be those of coding (type 1, 11 bytes): other kinds are not read");
        int[] parameters = new int[5];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = segment.getShort() & 0xFFFF;
        }
        return parameters;
    }

    private void choose(int[] parameters) throws CodecException {
        int greatest = (1 << format.bits()) - 1;
        CodecException.require(
                parameters[0] <= greatest,
                "JPEG-LS samples of " + format.bits() + " bits must be at most " + greatest + ", were to be "
                        + parameters[0]);
        maximum = parameters[0] == 0 ? greatest : parameters[0];
        chosen = Arrays.copyOfRange(parameters, 1, 5);
    }

    /** Application data and comments. A transform of colours (APP8) would change what the samples mean. */
    private static boolean passedOver(int marker) {
        return (marker >= 0xE0 && marker <= 0xEF && marker != 0xE8) || marker == 0xFE;
    }
}
