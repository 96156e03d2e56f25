package aerate.film;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's name tells of its film, in the manner of the Guangzhou films: {@code person123_bacteria_456.jpeg},
 * {@code IM-0115-0001.jpeg}, {@code NORMAL2-IM-0373-0001.jpeg}, and, in the collection's later edition,
 * {@code BACTERIA-1008087-0001.jpeg}.
 *
 * @param patient folder, prefix and number, since numbers are unique only within these; of any other name, the file
 * @param subtype {@code bacteria} or {@code virus}
 */
record FilmName(String patient, Optional<String> subtype) {
    private static final Pattern NUMBERED = Pattern.compile(
            "(person|(?:NORMAL\\d*-)?IM-|BACTERIA-|VIRUS-|NORMAL-)(\\d+)[-_.].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBTYPE = Pattern.compile("bacteria|virus", Pattern.CASE_INSENSITIVE);

    /**
     * Parses a name.
     *
     * @param folder path of the file's folder within the collection
     */
    static FilmName of(String folder, String file) {
        Matcher numbered = NUMBERED.matcher(file);
        String patient = numbered.matches() ? numbered.group(1) + numbered.group(2) : file;
        Matcher subtype = SUBTYPE.matcher(file);
        return new FilmName(
                folder.isEmpty() ? patient : folder + "/" + patient,
                subtype.find() ? Optional.of(subtype.group().toLowerCase(Locale.ROOT)) : Optional.empty());
    }
}
