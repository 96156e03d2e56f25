package aerate.report;

import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the pieces of a curve, which XChart draws one by one: seams would show between them, dashes would start anew at
 * each, and the file would be twice as long.
 */
final class Polylines {
    private static final Pattern LINE = Pattern.compile(
            "\\s*<line style=\"([^\"]*)\" x1=\"([^\"]*)\" x2=\"([^\"]*)\" y1=\"([^\"]*)\" y2=\"([^\"]*)\"/>");

    private Polylines() {}

    /** The same drawing with one {@code polyline} for lines that follow each other in one style. */
    static String joined(String svg) {
        StringBuilder joined = new StringBuilder();
        Matcher lines = LINE.matcher(svg);
        int done = 0;
        MatchResult last = null;
        while (lines.find()) {
            MatchResult line = lines.toMatchResult();
            boolean follows = last != null && line.start() == done && continues(last, line);
            if (!follows) {
                joined.append(last == null ? "" : "\"/>").append(svg, done, line.start());
                joined.append("<polyline style=\"").append(line.group(1)).append("\" points=\"");
                joined.append(line.group(2)).append(',').append(line.group(4));
            }
            joined.append(' ').append(line.group(3)).append(',').append(line.group(5));
            done = line.end();
            last = line;
        }
        return joined.append(last == null ? "" : "\"/>")
                .append(svg, done, svg.length())
                .toString();
    }

    private static boolean continues(MatchResult last, MatchResult line) {
        return Objects.equals(last.group(1), line.group(1))
                && Objects.equals(last.group(3), line.group(2))
                && Objects.equals(last.group(5), line.group(4));
    }
}
