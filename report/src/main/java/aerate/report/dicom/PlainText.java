package aerate.report.dicom;

/** Foreign text, such as a model's name, as attributes of every character set can hold it: ASCII, and not too long. */
final class PlainText {
    private static final int LONG_STRING = 64;
    private static final int SHORT_TEXT = 1024;

    private PlainText() {}

    /** For a long string (LO). */
    static String line(String text) {
        return cut(ascii(text).replace('\\', '/'), LONG_STRING);
    }

    /** For a short text (ST). */
    static String prose(String text) {
        return cut(ascii(text), SHORT_TEXT);
    }

    /** For text of any length (UT). */
    static String ascii(String text) {
        return text.replace("\u03bb", "lambda").replaceAll("[^ -~]", "?");
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
