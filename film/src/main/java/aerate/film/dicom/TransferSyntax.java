package aerate.film.dicom;

import aerate.film.codec.Jpeg;
import aerate.film.codec.Jpeg2000;
import aerate.film.codec.JpegLs;
import java.nio.ByteOrder;

/** How a file's data set and pixels are written (PS3.5, section 10); those that are known but not read say so. */
enum TransferSyntax {
    IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", "implicit VR little endian"),
    EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", "explicit VR little endian"),
    DEFLATED("1.2.840.10008.1.2.1.99", "deflated explicit VR little endian"),
    EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", "explicit VR big endian"),
    RLE("1.2.840.10008.1.2.5", "RLE"),
    ENCAPSULATED("1.2.840.10008.1.2.1.98", "encapsulated uncompressed"),
    JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG baseline"),
    JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG extended, 12 bit"),
    JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG lossless, process 14"),
    JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", "JPEG lossless, process 14, selection value 1"),
    JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", "JPEG-LS lossless"),
    JPEG_LS_NEAR("1.2.840.10008.1.2.4.81", "JPEG-LS near-lossless"),
    JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 lossless"),
    JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000"),
    JPEG_2000_PART_2_LOSSLESS("1.2.840.10008.1.2.4.92", "JPEG 2000 part 2 lossless"),
    JPEG_2000_PART_2("1.2.840.10008.1.2.4.93", "JPEG 2000 part 2"),
    JPIP("1.2.840.10008.1.2.4.94", "JPIP referenced"),
    JPIP_DEFLATED("1.2.840.10008.1.2.4.95", "JPIP referenced, deflated"),
    HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", "high-throughput JPEG 2000 lossless"),
    HTJ2K_RPCL("1.2.840.10008.1.2.4.202", "high-throughput JPEG 2000 lossless, RPCL"),
    HTJ2K("1.2.840.10008.1.2.4.203", "high-throughput JPEG 2000"),
    JPEG_XL_LOSSLESS("1.2.840.10008.1.2.4.110", "JPEG XL lossless"),
    JPEG_XL_RECOMPRESSED("1.2.840.10008.1.2.4.111", "JPEG XL, recompressed JPEG"),
    JPEG_XL("1.2.840.10008.1.2.4.112", "JPEG XL"),
    MPEG2("1.2.840.10008.1.2.4.100", "MPEG-2 video"),
    MPEG4("1.2.840.10008.1.2.4.102", "MPEG-4 video"),
    HEVC("1.2.840.10008.1.2.4.107", "HEVC video");

    private final String uid;
    private final String title;

    TransferSyntax(String uid, String title) {
        this.uid = uid;
        this.title = title;
    }

    /**
     * The syntax of a unique identifier.
     *
     * @throws DicomException if none that is known has it
     */
    static TransferSyntax of(String uid) throws DicomException {
        for (TransferSyntax syntax : values()) {
            if (syntax.uid.equals(uid)) {
                return syntax;
            }
        }
        throw new DicomException("a transfer syntax must be one of the standard's, was " + uid);
    }

    /**
     * What decodes its pixels.
     *
     * @throws DicomException naming it, if nothing here does
     */
    PixelDecoder decoder() throws DicomException {
        return switch (this) {
            case IMPLICIT_LITTLE_ENDIAN, EXPLICIT_LITTLE_ENDIAN, DEFLATED, EXPLICIT_BIG_ENDIAN -> new NativePixels();
            case RLE -> new RlePixels();
            case JPEG_BASELINE, JPEG_EXTENDED -> new CodecPixels(Jpeg::open, true);
            case JPEG_LOSSLESS, JPEG_LOSSLESS_SV1 -> new CodecPixels(Jpeg::open, false);
            case JPEG_LS_LOSSLESS -> new CodecPixels(JpegLs::open, false);
            case JPEG_LS_NEAR -> new CodecPixels(JpegLs::open, true);
            case JPEG_2000_LOSSLESS -> new CodecPixels(Jpeg2000::open, false);
            case JPEG_2000 -> new CodecPixels(Jpeg2000::open, true);
            default ->
                throw new DicomException("a DICOM film's pixels must be in a transfer syntax that is read, were in "
                        + title + " (" + uid + ")");
        };
    }

    /** In words. */
    String title() {
        return title;
    }

    String uid() {
        return uid;
    }

    boolean explicit() {
        return this != IMPLICIT_LITTLE_ENDIAN;
    }

    ByteOrder order() {
        return this == EXPLICIT_BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** Whether pixels come as fragments. */
    boolean encapsulated() {
        return switch (this) {
            case IMPLICIT_LITTLE_ENDIAN, EXPLICIT_LITTLE_ENDIAN, DEFLATED, EXPLICIT_BIG_ENDIAN -> false;
            default -> true;
        };
    }
}
