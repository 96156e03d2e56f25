package aerate.server.access;

import java.util.regex.Pattern;

/** The rule of the names of accounts, tokens and tenants, which stand in the log. */
final class Names {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,99}");

    private Names() {}

    static String checked(String what, String name) {
        if (name == null || !FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " must be 1 to 100 letters, digits, spaces and . _ @ -, was " + name);
        }
        return name;
    }
}
