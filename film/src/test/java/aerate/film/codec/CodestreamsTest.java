package aerate.film.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams small enough to be written down. Streams of other tools are in {@code aerate.film.dicom}'s tests. */
class CodestreamsTest {
    /** ITU-T T.87, annex H.3. */
    private static final String STANDARDS_EXAMPLE = "FFD8 FFF7000B0800040004010111 00 FFDA0008 0101000000 00"
            + "C000006C80208E01C000005740 00006EE6000001BC18000005D800009160 FFD9";
    /** Two blocks of the one coefficient 128, a restart between them. */
    private static final String RESTARTED = "FFD8 FFDB004300" + "01".repeat(64)
            + "FFC1000B0C0008001001011100"
            + "FFC40015000101" + "00".repeat(14) + "0008"
            + "FFC400141001" + "00".repeat(15) + "00"
            + "FFDD00040001 FFDA000801010000 3F00 A01F FFD0 A01F FFD9";
    /** Header and the beginning of a tile of 16 x 16 samples of 8 bits. */
    private static final String JPEG_2000 = "FF4F FF510029 0000 00000010 00000010 00000000 00000000"
            + "00000010 00000010 00000000 00000000 0001 070101"
            + "FF52000C 00 00 0001 00 01 04 04 00 01 FF5C0007 40 08 08 08 08"
            + "FF90000A 0000 00000000 00 01 FF93 80 80 FFD9";

    @Test
    void standardsExample_isDecodedAsTheStandardSays() throws CodecException {
        CodedImage image = JpegLs.open(bytes(STANDARDS_EXAMPLE));
        assertThat(image.format()).isEqualTo(new Format(4, 4, 1, 8));
        assertThat(image.decode())
                .containsExactly(0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145);
    }

    @Test
    void jpegsRestart_forgetsTheLastBlock() throws CodecException {
        short[] samples = Jpeg.open(bytes(RESTARTED)).decode();
        short[] grey = new short[128];
        Arrays.fill(grey, (short) (2048 + 128 / 8));
        assertThat(samples).isEqualTo(grey);
    }

    @Test
    void inverseDct_ofOneCoefficient_isItsCosine() {
        float[] block = new float[64];
        block[3] = 100;
        InverseDct.invert(block, new float[64]);
        for (int i = 0; i < 64; i++) {
            double expected = 100 / 4.0 * Math.sqrt(0.5) * Math.cos((2 * (i % 8) + 1) * 3 * Math.PI / 16);
            assertThat(block[i]).isCloseTo((float) expected, within(1e-4f));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            FFF7000B08; FFF7000B01; must have at least 2 bits, had 1
            04 0101 11; 04 0201 11; must have 1 or 3 channels, had 2
            0101000000; 0101010000; mapping tables are not read
            0101000000; 0101008000; must differ by at most 127, was to differ by 128
            0101000000; 0101000003; interleaved by scan, line or sample, was by 3
            FFDA0008; FFDD00040001 FFDA0008; preceded by marker DD: not read
            9160 FFD9; 9160 00000000000000000000 FFD9; had
            9160 FFD9; FFD9; truncated
            """)
    void jpegLs_thatIsNotRead_isNamed(String good, String bad, String why) {
        String stream = STANDARDS_EXAMPLE.replace(" ", "");
        String part = good.replace(" ", "");
        assertThat(stream).contains(part);
        assertThatThrownBy(() -> JpegLs.open(bytes(stream.replace(part, bad))).decode())
                .isInstanceOf(CodecException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            00000010 00000010 00000000; 00000010 00000000 00000000; must lie within its grid
            0001 070101; 0001 070201; must be alike
            0001 070101; 0001 110101; 1 to 16 bits, had 18
            00000010 00000010 00000000 00000000 0001; 00000001 00000001 00000000 00000000 0001; were 256 tiles
            00 0001 00 01 04 04; 00 FFFF 00 01 00 00; blocks times layers
            00 0001 00 01 04 04; 00 0001 00 01 09 09; at most 4096 samples
            FF5C0007; FF600007; marker FF60 is not read
            FF90000A 0000; FF90000A 0001; a JPEG 2000 tile must be in [0, 1), was 1
            80 80 FFD9; 80 80; truncated
            """)
    void jpeg2000_thatAsksForTooMuch_isNamed(String good, String bad, String why) throws CodecException {
        String stream = JPEG_2000.replace(" ", "");
        assertThat(Jpeg2000.open(bytes(stream)).format()).isEqualTo(new Format(16, 16, 1, 8));
        String part = good.replace(" ", "");
        assertThat(stream).contains(part);
        int at = stream.indexOf(part);
        String changed = stream.substring(0, at) + bad + stream.substring(at + part.length());
        assertThatThrownBy(() -> Jpeg2000.open(bytes(changed)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining(why);
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
    }
}
