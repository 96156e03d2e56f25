package aerate.server.store;

import java.util.regex.Pattern;

/** What a key is made of, in every store: none of them leads out of it. */
final class Keys {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+(\\.[a-z0-9]+)?)+");

    private Keys() {}

    static String require(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a key must be words with slashes between them, was " + key);
        }
        return key;
    }
}
