package aerate.film;

/**
 * What the frame header of a JPEG file says (ITU-T T.81, B.2.2).
 *
 * @param process the marker of the frame, {@code 0xC0} (baseline) to {@code 0xCF}
 * @param bits of a sample
 * @param channels number of components
 */
record JpegHeader(int process, int bits, int width, int height, int channels) {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    /** Walks the marker segments up to the frame header. */
    static JpegHeader of(byte[] content, String source) throws UnreadableFilmException {
        int at = 2;
        while (at + 4 <= content.length) {
            if (at(content, at) != 0xFF) {
                throw new UnreadableFilmException(
                        source, "a JPEG segment must begin with ff, was " + Integer.toHexString(at(content, at)));
            }
            int marker = at(content, at + 1);
            if (marker == 0xFF) {
                at++; // fill byte
            } else if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                throw new UnreadableFilmException(source, "a JPEG must have a frame header before its scan, had none");
            } else if (isFrame(marker) && at + 10 <= content.length) {
                return new JpegHeader(
                        marker, at(content, at + 4), pair(content, at + 7), pair(content, at + 5), at(content, at + 9));
            } else {
                at += 2 + Math.max(2, pair(content, at + 2));
            }
        }
        throw new UnreadableFilmException(
                source, "a JPEG must have a frame header, ended without one after " + content.length + " bytes");
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC, which share their range. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int at(byte[] content, int index) {
        return content[index] & 0xFF;
    }

    private static int pair(byte[] content, int index) {
        return at(content, index) << 8 | at(content, index + 1);
    }
}
