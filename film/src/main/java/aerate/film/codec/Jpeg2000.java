package aerate.film.codec;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReadParamJava;
import java.awt.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import jj2000.j2k.codestream.HeaderInfo;
import jj2000.j2k.codestream.reader.BitstreamReaderAgent;
import jj2000.j2k.codestream.reader.HeaderDecoder;
import jj2000.j2k.decoder.DecoderSpecs;
import jj2000.j2k.entropy.decoder.EntropyDecoder;
import jj2000.j2k.image.BlkImgDataSrc;
import jj2000.j2k.image.DataBlkInt;
import jj2000.j2k.image.ImgDataConverter;
import jj2000.j2k.image.invcomptransf.InvCompTransf;
import jj2000.j2k.quantization.dequantizer.Dequantizer;
import jj2000.j2k.util.FacilityManager;
import jj2000.j2k.wavelet.synthesis.InverseWT;

/**
 * JPEG 2000 part 1, lossless and lossy, signed and unsigned, of 1 to 16 bits (ITU-T T.800), by JJ2000: its stages are put
 * together here, since its ImageIO reader guesses at what it fails to decode.
 */
public final class Jpeg2000 {
    private Jpeg2000() {}

    /**
     * Reads a codestream's headers.
     *
     * @throws CodecException if it is no JPEG 2000, or asks for more than a film does
     */
    public static CodedImage open(byte[] content) throws CodecException {
        Jpeg2000Header header = Jpeg2000Header.of(content);
        return new CodedImage(header.format(), () -> samples(content, header));
    }

    private static short[] samples(byte[] content, Jpeg2000Header header) throws IOException {
        Complaints complaints = new Complaints();
        FacilityManager.registerMsgLogger(Thread.currentThread(), complaints);
        try {
            short[] samples = decoded(content, header);
            complaints.requireNone();
            return samples;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            FacilityManager.unregisterMsgLogger(Thread.currentThread());
        }
    }

    private static short[] decoded(byte[] content, Jpeg2000Header header) throws IOException {
        PacketBytes in = new PacketBytes(content);
        J2KImageReadParamJava parameters = new J2KImageReadParamJava();
        HeaderInfo info = new HeaderInfo();
        HeaderDecoder decoder = new HeaderDecoder(in, parameters, info);
        DecoderSpecs specs = decoder.getDecoderSpecs();
        int[] depths = new int[header.format().channels()];
        for (int channel = 0; channel < depths.length; channel++) {
            depths[channel] = decoder.getOriginalBitDepth(channel);
        }
        BitstreamReaderAgent stream = BitstreamReaderAgent.createInstance(in, decoder, parameters, specs, false, info);
        EntropyDecoder blocks = decoder.createEntropyDecoder(stream, parameters);
        Dequantizer coefficients =
                decoder.createDequantizer(decoder.createROIDeScaler(blocks, parameters, specs), depths, specs);
        InverseWT wavelets = InverseWT.createInstance(coefficients, specs);
        wavelets.setImgResLevel(stream.getImgRes());
        return samples(new InvCompTransf(new ImgDataConverter(wavelets, 0), specs, depths), header);
    }

    private static short[] samples(BlkImgDataSrc image, Jpeg2000Header header) {
        Format format = header.format();
        short[] samples = new short[(int) format.samples()];
        Point tiles = image.getNumTiles(null);
        for (int row = 0; row < tiles.y; row++) {
            for (int column = 0; column < tiles.x; column++) {
                image.setTile(column, row);
                for (int channel = 0; channel < format.channels(); channel++) {
                    tile(image, header, channel, samples);
                }
            }
        }
        return samples;
    }

    private static void tile(BlkImgDataSrc image, Jpeg2000Header header, int channel, short[] samples) {
        Format format = header.format();
        int half = 1 << (format.bits() - 1);
        int shift = header.signed() ? 0 : half;
        int least = header.signed() ? -half : 0;
        int greatest = least + 2 * half - 1;
        int fraction = image.getFixedPoint(channel);
        int left = image.getCompULX(channel) - image.getImgULX();
        int top = image.getCompULY(channel) - image.getImgULY();
        int width = image.getTileCompWidth(image.getTileIdx(), channel);
        int height = image.getTileCompHeight(image.getTileIdx(), channel);
        DataBlkInt line = new DataBlkInt();
        for (int y = 0; y < height; y++) {
            line.ulx = 0;
            line.uly = y;
            line.w = width;
            line.h = 1;
            image.getInternCompData(line, channel);
            int at = ((top + y) * format.width() + left) * format.channels() + channel;
            for (int x = 0; x < width; x++, at += format.channels()) {
                int value = (line.data[line.offset + x] >> fraction) + shift;
                samples[at] = (short) Math.max(least, Math.min(greatest, value));
            }
        }
    }
}
