package aerate.film.dicom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Dates (DA, DT) set back by some days. */
final class ShiftedDate {
    /** A date, as ACR-NEMA wrote it too ({@code 2026.11.23}), and a time of day after it. */
    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\.?)(\\d{2})\\2(\\d{2})([0-9.+-].*)?");

    private ShiftedDate() {}

    /** The dates of a value, without their times of day; what is no date becomes empty. */
    static String of(String value, int days) {
        return Arrays.stream(value.split("\\\\", -1))
                .map(date -> one(date.strip(), days))
                .collect(Collectors.joining("\\"));
    }

    private static String one(String text, int days) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return "";
        }
        try {
            return LocalDate.parse(date.group(1) + date.group(3) + date.group(4), DateTimeFormatter.BASIC_ISO_DATE)
                    .minusDays(days)
                    .format(DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return "";
        }
    }
}
