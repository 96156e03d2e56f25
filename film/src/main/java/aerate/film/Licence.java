package aerate.film;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the licence of a collection in the README or LICENSE file of its folder. */
final class Licence {
    static final String UNKNOWN = "unknown";

    private static final Pattern NAMED = Pattern.compile(
            "CC[ -]BY(?:-NC)?(?:-SA|-ND)?[ -]\\d\\.\\d|CC0(?:[ -]1\\.0)?|Apache(?: License,? Version |-| )2\\.0"
                    + "|MIT License|ODbL|ODC-By|public domain",
            Pattern.CASE_INSENSITIVE);
    private static final int BYTES_READ = 1 << 16;

    private Licence() {}

    /** The first licence named there, as it is written, else {@code "unknown"}. */
    static String of(Path folder) {
        try (DirectoryStream<Path> texts = Files.newDirectoryStream(folder, "{README,LICENSE,LICENCE}*")) {
            for (Path text : texts) {
                Matcher licence = NAMED.matcher(beginning(text));
                if (licence.find()) {
                    return licence.group();
                }
            }
            return UNKNOWN;
        } catch (IOException e) {
            // A licence that cannot be read is not known.
            return UNKNOWN;
        }
    }

    private static String beginning(Path text) throws IOException {
        try (var content = Files.newInputStream(text)) {
            return new String(content.readNBytes(BYTES_READ), StandardCharsets.UTF_8);
        }
    }
}
