package aerate.film.dicom;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What a text that Aerate writes may consist of (PS3.5, section 6.2). */
final class TextValue {
    private static final Pattern LINE = Pattern.compile("[ -\\[\\]-~]*");
    private static final Pattern PROSE = Pattern.compile("[ -~\\r\\n]*");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9 _]*");

    private TextValue() {}

    /**
     * The value itself.
     *
     * @throws IllegalArgumentException if the attribute cannot have it
     */
    static String checked(Attribute attribute, String value) {
        Vr vr = attribute.vr();
        if (!vr.isText()) {
            throw new IllegalArgumentException(attribute + " must not be text, was " + value);
        }
        if (value.length() > vr.longest()) {
            throw new IllegalArgumentException(
                    attribute + " must have at most " + vr.longest() + " letters, was " + value);
        }
        Pattern letters = vr == Vr.CS ? CODE : vr.isProse() ? PROSE : LINE;
        if (!letters.matcher(value).matches()) {
            throw new IllegalArgumentException(attribute + " must be of the letters " + letters + ", was " + value);
        }
        return vr == Vr.UI ? new Uid(value).value() : value;
    }

    static byte[] padded(byte[] value, byte padding) {
        byte[] even = Arrays.copyOf(value, value.length + 1);
        even[value.length] = padding;
        return even;
    }
}
