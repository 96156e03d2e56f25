package aerate.film.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The character sets that a data set's text is written in (PS3.3, C.12.1.1.2; PS3.5, 6.1 and annexes H to K): one for all
 * of it, or, with code extensions of ISO 2022, one for each half of the bytes, which escape sequences change. What cannot
 * be decoded is shown as U+FFFD, never as some other letter.
 *
 * @param whole the one of all bytes, as UTF-8 and the sets of China are
 * @param lower that of bytes below 80, at the beginning of each value
 * @param upper that of the others
 */
record CharacterSets(Optional<Charset> whole, Charset lower, Charset upper) {
    private static final byte ESCAPE = 0x1B;
    private static final Charset ASCII = StandardCharsets.US_ASCII;

    private static final Map<String, String> WHOLE = Map.of("ISO_IR 192", "UTF-8", "GB18030", "GB18030", "GBK", "GBK");
    /** By the number that terms end with: sets for the upper half. */
    private static final Map<String, String> UPPER = Map.ofEntries(
            Map.entry("100", "ISO-8859-1"),
            Map.entry("101", "ISO-8859-2"),
            Map.entry("109", "ISO-8859-3"),
            Map.entry("110", "ISO-8859-4"),
            Map.entry("144", "ISO-8859-5"),
            Map.entry("127", "ISO-8859-6"),
            Map.entry("126", "ISO-8859-7"),
            Map.entry("138", "ISO-8859-8"),
            Map.entry("148", "ISO-8859-9"),
            Map.entry("203", "ISO-8859-15"),
            Map.entry("13", "JIS_X0201"),
            Map.entry("166", "TIS-620"),
            Map.entry("149", "EUC-KR"),
            Map.entry("58", "GB2312"));
    /** By what follows the escape. */
    private static final Map<String, String> LOWER_ESCAPES =
            Map.of("(B", "US-ASCII", "(J", "JIS_X0201", "$B", "x-JIS0208", "$(D", "JIS_X0212-1990");

    private static final Map<String, String> UPPER_ESCAPES = Map.ofEntries(
            Map.entry("-A", "ISO-8859-1"),
            Map.entry("-B", "ISO-8859-2"),
            Map.entry("-C", "ISO-8859-3"),
            Map.entry("-D", "ISO-8859-4"),
            Map.entry("-L", "ISO-8859-5"),
            Map.entry("-G", "ISO-8859-6"),
            Map.entry("-F", "ISO-8859-7"),
            Map.entry("-H", "ISO-8859-8"),
            Map.entry("-M", "ISO-8859-9"),
            Map.entry("-b", "ISO-8859-15"),
            Map.entry(")I", "JIS_X0201"),
            Map.entry("-T", "TIS-620"),
            Map.entry("$)C", "EUC-KR"),
            Map.entry("$)A", "GB2312"));

    /** Of the values of Specific Character Set (0008,0005), between backslashes. */
    static CharacterSets of(String terms) {
        String first = terms.split("\\\\", -1)[0].strip();
        String whole = WHOLE.get(first);
        String number = first.substring(first.lastIndexOf(' ') + 1);
        Charset lower = number.equals("13") ? Charset.forName("JIS_X0201") : ASCII;
        Charset upper = Charset.forName(UPPER.getOrDefault(number, "US-ASCII"));
        return new CharacterSets(Optional.ofNullable(whole).map(Charset::forName), lower, upper);
    }

    /** The text of an element's bytes. */
    String decode(byte[] bytes) {
        if (whole.isPresent()) {
            return new String(bytes, whole.get());
        }
        StringBuilder text = new StringBuilder();
        Charset low = lower;
        Charset high = upper;
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] == ESCAPE) {
                String escape = escape(bytes, at + 1);
                if (LOWER_ESCAPES.containsKey(escape)) {
                    low = Charset.forName(LOWER_ESCAPES.get(escape));
                } else if (UPPER_ESCAPES.containsKey(escape)) {
                    high = Charset.forName(UPPER_ESCAPES.get(escape));
                } else {
                    text.append('\uFFFD');
                }
                at += 1 + escape.length();
                continue;
            }
            int end = at + 1;
            boolean upperHalf = bytes[at] < 0;
            while (end < bytes.length && bytes[end] != ESCAPE && bytes[end] < 0 == upperHalf) {
                end++;
            }
            text.append(new String(bytes, at, end - at, upperHalf ? high : low));
            at = end;
        }
        return text.toString();
    }

    /** Intermediate bytes and the final one. */
    private static String escape(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] >= 0x20 && bytes[end] < 0x30) {
            end++;
        }
        return new String(bytes, start, Math.min(end + 1, bytes.length) - start, StandardCharsets.ISO_8859_1);
    }
}
