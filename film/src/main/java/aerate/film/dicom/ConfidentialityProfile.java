package aerate.film.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The Basic Application Level Confidentiality Profile with the option Retain Longitudinal Temporal Information With Modified
 * Dates (PS3.15, Annex E): what becomes of each attribute. Times of day get no reprieve by the option; birth dates have none.
 */
final class ConfidentialityProfile {
    private static final String FILE = "confidentiality.csv";
    private static final int PATIENT_BIRTH_DATE = 0x0010_0030;
    private static final Map<Integer, Row> TABLE = read();

    private ConfidentialityProfile() {}

    private record Row(String vr, Protection protection) {}

    /**
     * What becomes of an element.
     *
     * @param vr as {@link #representation} tells it
     * @return {@code CLEAN_ITEMS} for what the table does not name; who does so keeps what is no sequence as it is
     */
    static Protection of(int tag, String vr) {
        if (tag != PATIENT_BIRTH_DATE && (vr.equals("DA") || vr.equals("DT"))) {
            return Protection.SHIFT;
        }
        Row row = TABLE.get(tag);
        if (row != null) {
            return row.protection();
        }
        // The table names every person and time of the classes that are de-identified: these are not of them.
        boolean foreign = isPrivate(tag) || isRepeating(tag) || vr.equals("UN") || vr.equals("PN") || vr.equals("TM");
        return foreign ? Protection.REMOVE : Protection.CLEAN_ITEMS;
    }

    /** The element's representation: its own if it tells it, else the table's if that has it. */
    static String representation(Element element) {
        Row row = TABLE.get(element.tag());
        boolean told = !element.vr().equals(Element.UNTOLD) && !element.vr().equals("UN");
        return told || row == null ? element.vr() : row.vr();
    }

    /** How many attributes the table names. */
    static int size() {
        return TABLE.size();
    }

    /** Also of group lengths and what is not of a data set at all. */
    private static boolean isPrivate(int tag) {
        int group = tag >>> 16;
        return group % 2 != 0 || group < 8 || (tag & 0xFFFF) == 0;
    }

    /** Curves (50XX) and overlays (60XX): without their data, the rest of the group has no meaning. */
    private static boolean isRepeating(int tag) {
        int group = tag >>> 24;
        return group == 0x50 || group == 0x60;
    }

    private static Map<Integer, Row> read() {
        try (InputStream in = ConfidentialityProfile.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(
                            cells -> Integer.parseUnsignedInt(cells[0], 16),
                            cells -> new Row(cells[1], Protection.of(cells[2], cells[1]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
