package aerate.reading.course;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the constants of an enum are called on the command line and in reports: {@code PER_PIXEL} is {@code per-pixel}. */
final class Titles {
    private Titles() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a title.
     *
     * @param rule what a title must be, up to "one of"
     * @throws IllegalArgumentException if none has it
     */
    static <E extends Enum<E>> E named(Class<E> constants, String title, String rule) {
        List<String> titles =
                Arrays.stream(constants.getEnumConstants()).map(Titles::of).toList();
        if (!titles.contains(title)) {
            throw new IllegalArgumentException(rule + " one of " + titles + ", was " + title);
        }
        return constants.getEnumConstants()[titles.indexOf(title)];
    }
}
