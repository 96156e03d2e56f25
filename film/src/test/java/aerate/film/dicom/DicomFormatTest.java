package aerate.film.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DicomFormatTest {
    private static final String RLE = "1.2.840.10008.1.2.5";

    @Test
    void everyUncompressedSyntax_showsTheSamePixels() throws IOException {
        assertThat(Shown.of(film(ByteOrder.LITTLE_ENDIAN, false).in("1.2.840.10008.1.2")))
                .containsExactly(1, 258, 4095);
        assertThat(Shown.of(film(ByteOrder.LITTLE_ENDIAN, true).in("1.2.840.10008.1.2.1")))
                .containsExactly(1, 258, 4095);
        assertThat(Shown.of(film(ByteOrder.LITTLE_ENDIAN, true).in("1.2.840.10008.1.2.1.99")))
                .containsExactly(1, 258, 4095);
        assertThat(Shown.of(film(ByteOrder.BIG_ENDIAN, true).in("1.2.840.10008.1.2.2")))
                .containsExactly(1, 258, 4095);
    }

    @Test
    void eightBitPixelsInBigEndianWords_areTurnedAround() throws IOException {
        DicomFile film = new DicomFile(ByteOrder.BIG_ENDIAN, true).film("MONOCHROME2", 1, 2, 1, 8, 8);
        assertThat(Shown.of(film.bytes(Tag.PIXEL_DATA, "OW", (byte) 9, (byte) 7).in("1.2.840.10008.1.2.2")))
                .containsExactly(7, 9);
        assertThat(Shown.of(film.bytes(Tag.PIXEL_DATA, "OB", (byte) 9, (byte) 7).in("1.2.840.10008.1.2.2")))
                .containsExactly(9, 7);
    }

    @Test
    void rle_unpacksRunsAndLiterals() throws IOException {
        // upper bytes: a run of three 1s; lower bytes: the literals 5, 6, 7
        byte[] frame = rle(new byte[] {-2, 1}, new byte[] {2, 5, 6, 7});
        DicomFile film = new DicomFile(ByteOrder.LITTLE_ENDIAN, true)
                .film("MONOCHROME2", 1, 3, 1, 16, 16)
                .fragments(frame);
        assertThat(Shown.of(film.in(RLE))).containsExactly(261, 262, 263);
    }

    @Test
    void frames_areReadByNumber_andNeverTheFirstUnasked() throws IOException {
        byte[] file = DicomFile.grey(1, 1, 12, 3, 4, 5)
                .text(Tag.NUMBER_OF_FRAMES, "IS", "3")
                .file();
        Film second = new DicomFormat().read(file, FilmInfo.of("made"), 2);
        assertThat(Shown.samples(second)).containsExactly(4);
        refused(file, "had 3: name one");
        assertThatThrownBy(() -> new DicomFormat().read(file, FilmInfo.of("made"), 4))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessage("made: a frame must be in [1, 3], was 4");
    }

    @Test
    void framesOfOneFragmentEach_areReadByNumber() throws IOException {
        byte[] file = new DicomFile(ByteOrder.LITTLE_ENDIAN, true)
                .film("MONOCHROME2", 1, 2, 1, 8, 8)
                .text(Tag.NUMBER_OF_FRAMES, "IS", "2")
                .fragments(rle(new byte[] {1, 3, 4, 0}), rle(new byte[] {1, 5, 6, 0}))
                .in(RLE);
        assertThat(Shown.samples(new DicomFormat().read(file, FilmInfo.of("made"), 2)))
                .containsExactly(5, 6);
    }

    @Test
    void colour_isRec601Luma() throws IOException {
        DicomFile rgb = new DicomFile(ByteOrder.LITTLE_ENDIAN, true).film("RGB", 3, 2, 1, 8, 8);
        byte[] interleaved = rgb.bytes(
                        Tag.PIXEL_DATA, "OB", (byte) 255, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 255)
                .file();
        assertThat(Shown.of(interleaved)).containsExactly(76, 29);
        byte[] planar = rgb.words(Tag.PLANAR_CONFIGURATION, "US", 1)
                .bytes(Tag.PIXEL_DATA, "OB", (byte) 255, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 255)
                .file();
        assertThat(Shown.of(planar)).containsExactly(76, 29);
        byte[] ybr = new DicomFile(ByteOrder.LITTLE_ENDIAN, true)
                .film("YBR_FULL", 3, 1, 1, 8, 8)
                .bytes(Tag.PIXEL_DATA, "OB", (byte) 77, (byte) 1, (byte) 2, (byte) 0)
                .file();
        assertThat(Shown.of(ybr)).containsExactly(77);
    }

    @Test
    void jpegOfColour_isItsLuma() throws IOException {
        BufferedImage red = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            red.setRGB(i % 8, i / 8, 0xFF0000);
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        assertThat(ImageIO.write(red, "jpeg", jpeg)).isTrue();
        DicomFile film = new DicomFile(ByteOrder.LITTLE_ENDIAN, true)
                .film("YBR_FULL_422", 3, 8, 8, 8, 8)
                .fragments(jpeg.toByteArray());
        assertThat(Shown.of(film.in("1.2.840.10008.1.2.4.50")))
                .allSatisfy(grey -> assertThat(grey).isBetween(75, 77));
    }

    @Test
    void palette_isTheLumaOfItsEntries() throws IOException {
        DicomFile palette = new DicomFile(ByteOrder.LITTLE_ENDIAN, true)
                .film("PALETTE COLOR", 1, 2, 1, 8, 8)
                .bytes(Tag.PIXEL_DATA, "OB", (byte) 0, (byte) 1);
        for (int channel = 0; channel < 3; channel++) {
            palette.words(Tag.RED_PALETTE_DESCRIPTOR + channel, "US", 2, 0, 16)
                    .words(Tag.RED_PALETTE_DATA + channel, "OW", 1000, channel == 0 ? 65535 : 0);
        }
        assertThat(Shown.of(palette.file())).containsExactly(1000, 19595);
    }

    @Test
    void header_tellsViewDateAndPseudonym() throws IOException {
        byte[] file = DicomFile.grey(1, 1, 12, 3)
                .text(Tag.VIEW_POSITION, "CS", "PA")
                .text(Tag.STUDY_DATE, "DA", "20230102")
                .text(Tag.PATIENT_ID, "LO", "4711")
                .file();
        FilmInfo info = FilmReader.read(file, "made").info();
        assertThat(info.view()).isEqualTo(FilmInfo.View.FRONTAL);
        assertThat(info.date()).contains(LocalDate.of(2023, 1, 2));
        assertThat(info.patient()).isPresent().get().asString().matches("[0-9a-f]{16}");
        FilmInfo known = new FilmInfo("made", Optional.of("p"), FilmInfo.View.LATERAL, Optional.of(LocalDate.EPOCH));
        assertThat(new DicomFormat().read(file, known).info()).isEqualTo(known);
    }

    @Test
    void whatIsNotRead_isNamed() {
        byte[] good = DicomFile.grey(2, 1, 12, 3, 4).file();
        refused(Arrays.copyOf(good, good.length - 1), "truncated");
        refused(
                new DicomFile(ByteOrder.LITTLE_ENDIAN, true)
                        .film("MONOCHROME2", 1, 2, 1, 16, 12)
                        .file(),
                "(7FE0,0010), had none");
        refused(DicomFile.grey(2, 1, 12, 3).file(), "must have 4 bytes, had 2: truncated");
        refused(DicomFile.grey(0, 1, 12).file(), "at least 1 x 1 pixels, was 0 x 1");
        refused(
                DicomFile.grey(2, 1, 12, 3, 4)
                        .words(Tag.BITS_ALLOCATED, "US", 32)
                        .file(),
                "must be 8 or 16, were 32");
        refused(
                DicomFile.grey(2, 1, 12, 3, 4)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "HSV")
                        .file(),
                "was HSV");
        refused(DicomFile.grey(2, 1, 12, 3, 4).in("1.2.840.10008.1.2.4.100"), "MPEG-2 video (1.2.840.10008.1.2.4.100)");
        refused(DicomFile.grey(2, 1, 12, 3, 4).in("1.2.3"), "must be one of the standard's, was 1.2.3");
    }

    private static DicomFile film(ByteOrder order, boolean explicit) {
        DicomFile nested = new DicomFile(order, explicit).words(Tag.ROWS, "US", 99);
        return new DicomFile(order, explicit)
                .film("MONOCHROME2", 1, 3, 1, 16, 12)
                .item(0x0008_2112, nested)
                .words(Tag.PIXEL_DATA, "OW", 1, 258, 4095);
    }

    private static byte[] rle(byte[]... segments) {
        ByteBuffer frame = ByteBuffer.allocate(64
                        + Arrays.stream(segments).mapToInt(part -> part.length).sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(segments.length);
        int start = 64;
        for (int i = 0; i < segments.length; i++) {
            frame.putInt(start).put(start, segments[i]);
            start += segments[i].length;
        }
        return frame.array();
    }

    private static void refused(byte[] file, String why) {
        assertThatThrownBy(() -> FilmReader.read(file, "made"))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageStartingWith("made: ")
                .hasMessageContaining(why);
    }
}
