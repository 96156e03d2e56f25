package aerate.film.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.UnreadableFilmException;
import java.io.IOException;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Expected greys are worked out by hand from the formulas of PS3.3, C.11. */
class GreyCurveTest {
    @Test
    void noWindow_showsStoredValues() throws IOException {
        assertThat(Shown.of(film().file())).containsExactly(0, 100, 2048, 4095);
    }

    @Test
    void monochrome1_isMonochrome2Inverted() throws IOException {
        byte[] inverted =
                film().text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME1").file();
        assertThat(Shown.of(inverted)).containsExactly(4095, 3995, 2047, 0);
    }

    @Test
    void inverseShape_inverts_once() throws IOException {
        DicomFile inverse = film().text(Tag.PRESENTATION_LUT_SHAPE, "CS", "INVERSE");
        assertThat(Shown.of(inverse.file())).containsExactly(4095, 3995, 2047, 0);
        assertThat(Shown.of(inverse.text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME1")
                        .file()))
                .containsExactly(4095, 3995, 2047, 0);
    }

    @Test
    void signed_leastValueIsBlack() throws IOException {
        byte[] signed = DicomFile.grey(3, 1, 12, 0x800, 0, 0x7FF)
                .words(Tag.PIXEL_REPRESENTATION, "US", 1)
                .file();
        assertThat(Shown.of(signed)).containsExactly(0, 2048, 4095);
    }

    @Test
    void overlayAboveAndBelowTheStoredBits_isNotShown() throws IOException {
        byte[] above = DicomFile.grey(2, 1, 12, 0xF000, 0x1123).file();
        assertThat(Shown.of(above)).containsExactly(0, 0x123);
        byte[] below = DicomFile.grey(2, 1, 12, 0x000F, 0x1235)
                .words(Tag.HIGH_BIT, "US", 15)
                .file();
        assertThat(Shown.of(below)).containsExactly(0, 0x123);
    }

    @Test
    void linearWindow_followsTheFormula() throws IOException {
        DicomFile window = DicomFile.grey(5, 1, 8, 0, 99, 100, 101, 200)
                .text(Tag.WINDOW_CENTER, "DS", "100.5\\7")
                .text(Tag.WINDOW_WIDTH, "DS", "5\\9");
        // (x - 100) / 4 + 0.5
        assertThat(Shown.of(window.file())).containsExactly(0, 64, 128, 191, 255);
        // (x - 100.5) / 5 + 0.5
        byte[] exact = window.text(Tag.VOI_LUT_FUNCTION, "CS", "LINEAR_EXACT").file();
        assertThat(Shown.of(exact)).containsExactly(0, 51, 102, 153, 255);
    }

    @Test
    void sigmoidWindow_followsTheFormula() throws IOException {
        byte[] sigmoid = DicomFile.grey(3, 1, 8, 75, 100, 125)
                .text(Tag.WINDOW_CENTER, "DS", "100")
                .text(Tag.WINDOW_WIDTH, "DS", "100")
                .text(Tag.VOI_LUT_FUNCTION, "CS", "SIGMOID")
                .file();
        // 1 / (1 + e), 1 / 2, 1 / (1 + 1/e), of 255
        assertThat(Shown.of(sigmoid)).containsExactly(69, 128, 186);
    }

    @Test
    void window_appliesToRescaledValues() throws IOException {
        byte[] rescaled = DicomFile.grey(3, 1, 8, 0, 10, 20)
                .text(Tag.RESCALE_SLOPE, "DS", "2")
                .text(Tag.RESCALE_INTERCEPT, "DS", "-20")
                .text(Tag.WINDOW_CENTER, "DS", "0.5")
                .text(Tag.WINDOW_WIDTH, "DS", "41")
                .file();
        assertThat(Shown.of(rescaled)).containsExactly(0, 128, 255);
    }

    @Test
    void negativeSlope_inverts() throws IOException {
        byte[] falling = DicomFile.grey(2, 1, 8, 0, 255)
                .text(Tag.RESCALE_SLOPE, "DS", "-1")
                .file();
        assertThat(Shown.of(falling)).containsExactly(255, 0);
    }

    @Test
    void voiTable_showsItsEntries_andItsEndsBeyond() throws IOException {
        DicomFile table = new DicomFile(ByteOrder.LITTLE_ENDIAN, true)
                .words(Tag.LUT_DESCRIPTOR, "US", 3, 10, 10)
                .words(Tag.LUT_DATA, "OW", 5, 600, 1023);
        byte[] film = DicomFile.grey(5, 1, 8, 0, 10, 11, 12, 200)
                .item(Tag.VOI_LUT_SEQUENCE, table)
                .file();
        assertThat(Shown.of(film)).containsExactly(5, 5, 600, 1023, 1023);
    }

    @Test
    void modalityTableOfPairedBytes_isLookedUpBeforeTheWindow() throws IOException {
        DicomFile table = new DicomFile(ByteOrder.LITTLE_ENDIAN, true)
                .words(Tag.LUT_DESCRIPTOR, "US", 3, 0, 8)
                .bytes(Tag.LUT_DATA, "OW", (byte) 7, (byte) 200, (byte) 90, (byte) 0);
        byte[] film = DicomFile.grey(3, 1, 12, 0, 1, 2)
                .item(Tag.MODALITY_LUT_SEQUENCE, table)
                .file();
        assertThat(Shown.of(film)).containsExactly(7, 200, 90);
    }

    @Test
    void presentationTable_isLookedUpLast() throws IOException {
        DicomFile table = new DicomFile(ByteOrder.LITTLE_ENDIAN, true)
                .words(Tag.LUT_DESCRIPTOR, "US", 2, 0, 8)
                .words(Tag.LUT_DATA, "OW", 200, 10);
        byte[] film = DicomFile.grey(2, 1, 12, 0, 4095)
                .item(Tag.PRESENTATION_LUT_SEQUENCE, table)
                .file();
        assertThat(Shown.of(film)).containsExactly(200, 10);
    }

    @Test
    void padding_isBlack_evenWhereInverted() throws IOException {
        DicomFile padded = film().text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME1")
                .words(Tag.PIXEL_PADDING_VALUE, "US", 0);
        assertThat(Shown.of(padded.file())).containsExactly(0, 3995, 2047, 0);
        assertThat(Shown.of(
                        padded.words(Tag.PIXEL_PADDING_RANGE_LIMIT, "US", 100).file()))
                .containsExactly(0, 0, 2047, 0);
    }

    @Test
    void brokenRules_areNamed() {
        refused(film().text(Tag.WINDOW_CENTER, "DS", "3"), "a window must have both centre and width");
        refused(film().text(Tag.WINDOW_CENTER, "DS", "3").text(Tag.WINDOW_WIDTH, "DS", "0"), "at least 1, was 0.0");
        refused(film().text(Tag.RESCALE_SLOPE, "DS", "x"), "(0028,1053) must be a number, was 'x'");
        refused(film().text(Tag.RESCALE_SLOPE, "DS", "NaN"), "(0028,1053) must be a number, was 'NaN'");
        refused(film().text(Tag.RESCALE_SLOPE, "DS", "0"), "a rescale slope must not be 0");
        refused(film().text(Tag.PRESENTATION_LUT_SHAPE, "CS", "LIN OD"), "was LIN OD");
    }

    private static DicomFile film() {
        return DicomFile.grey(2, 2, 12, 0, 100, 2048, 4095);
    }

    private static void refused(DicomFile film, String why) {
        assertThatThrownBy(() -> Shown.of(film.file()))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageStartingWith("made: ")
                .hasMessageContaining(why);
    }
}
