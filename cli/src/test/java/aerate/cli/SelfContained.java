package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a page must be: one file that loads nothing. */
final class SelfContained {
    private static final Pattern LOADED =
            Pattern.compile("(src|href)\\s*=\\s*[\"'](?!data:|#)|url\\((?!['\"]?data:)|@import|<script[^>]+src");

    private SelfContained() {}

    /** The page, if it loads nothing. */
    static String page(Path file) throws IOException {
        String html = Files.readString(file);
        assertThat(html).startsWith("<!DOCTYPE html>").doesNotContainPattern(LOADED);
        return html;
    }
}
