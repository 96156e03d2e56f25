package aerate.film.dicom;

/** The elements that reading a film asks for, group and element in one number (PS3.6). */
final class Tag {
    static final int TRANSFER_SYNTAX = 0x0002_0010;
    static final int CHARACTER_SET = 0x0008_0005;
    static final int STUDY_DATE = 0x0008_0020;
    static final int ACQUISITION_DATE = 0x0008_0022;
    static final int CONTENT_DATE = 0x0008_0023;
    static final int STUDY_DESCRIPTION = 0x0008_1030;
    static final int SERIES_DESCRIPTION = 0x0008_103E;
    static final int PATIENT_ID = 0x0010_0020;
    static final int ISSUER_OF_PATIENT_ID = 0x0010_0021;
    static final int VIEW_POSITION = 0x0018_5101;
    static final int SAMPLES_PER_PIXEL = 0x0028_0002;
    static final int PHOTOMETRIC_INTERPRETATION = 0x0028_0004;
    static final int PLANAR_CONFIGURATION = 0x0028_0006;
    static final int NUMBER_OF_FRAMES = 0x0028_0008;
    static final int ROWS = 0x0028_0010;
    static final int COLUMNS = 0x0028_0011;
    static final int BITS_ALLOCATED = 0x0028_0100;
    static final int BITS_STORED = 0x0028_0101;
    static final int HIGH_BIT = 0x0028_0102;
    static final int PIXEL_REPRESENTATION = 0x0028_0103;
    static final int PIXEL_PADDING_VALUE = 0x0028_0120;
    static final int PIXEL_PADDING_RANGE_LIMIT = 0x0028_0121;
    static final int WINDOW_CENTER = 0x0028_1050;
    static final int WINDOW_WIDTH = 0x0028_1051;
    static final int RESCALE_INTERCEPT = 0x0028_1052;
    static final int RESCALE_SLOPE = 0x0028_1053;
    static final int VOI_LUT_FUNCTION = 0x0028_1056;
    static final int RED_PALETTE_DESCRIPTOR = 0x0028_1101;
    static final int RED_PALETTE_DATA = 0x0028_1201;
    static final int MODALITY_LUT_SEQUENCE = 0x0028_3000;
    static final int LUT_DESCRIPTOR = 0x0028_3002;
    static final int LUT_DATA = 0x0028_3006;
    static final int VOI_LUT_SEQUENCE = 0x0028_3010;
    static final int PRESENTATION_LUT_SEQUENCE = 0x2050_0010;
    static final int PRESENTATION_LUT_SHAPE = 0x2050_0020;
    static final int SHARED_FUNCTIONAL_GROUPS = 0x5200_9229;
    static final int EXTENDED_OFFSET_TABLE = 0x7FE0_0001;
    static final int PIXEL_DATA = 0x7FE0_0010;
    static final int ITEM = 0xFFFE_E000;
    static final int ITEM_END = 0xFFFE_E00D;
    static final int SEQUENCE_END = 0xFFFE_E0DD;

    private Tag() {}

    /** As the standard writes it: {@code (0028,0010)}. */
    static String name(int tag) {
        return "(%04X,%04X)".formatted(tag >>> 16, tag & 0xFFFF);
    }
}
