package aerate.cli;

import aerate.training.ladder.Ladder;
import aerate.training.ladder.Standing;
import aerate.training.metrics.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A ladder in words and as a table, which is Markdown too. */
final class LadderText {
    private LadderText() {}

    /** What is trained. */
    static String scale(Ladder ladder) {
        return String.format(
                Locale.ROOT,
                "%d steps, %d seeds each: films of %d px, %.0f %% of the training patients, %d epochs",
                ladder.steps().size(),
                ladder.seeds(),
                ladder.scale().size(),
                100 * ladder.scale().share(),
                ladder.scale().epochs());
    }

    static String table(List<Standing> standings) {
        StringBuilder table = new StringBuilder();
        table.append("| step | seeds | accuracy % | gain over the step before | best epoch on test (not honest) |\n");
        table.append("|---|---|---|---|---|\n");
        for (Standing standing : standings) {
            table.append(String.format(
                    "| %s | %d | %s | %s | %s |%n",
                    standing.step().replaceFirst("^ladder-", ""),
                    standing.runs(),
                    percent(standing.accuracy()),
                    standing.gain().map(LadderText::percent).orElse(""),
                    percent(standing.bestEpoch())));
        }
        return table.toString();
    }

    /** In percent, with its interval. */
    static String percent(Estimate estimate) {
        return String.format(
                Locale.ROOT, "%.1f [%.1f, %.1f]", 100 * estimate.value(), 100 * estimate.low(), 100 * estimate.high());
    }

    /** What the figures say, and what they do not. */
    static String reading(List<Standing> standings) {
        List<String> differ = names(standings, true);
        List<String> same = names(standings, false);
        StringBuilder text = new StringBuilder();
        if (!differ.isEmpty()) {
            text.append("Differ from the step before by more than chance: ")
                    .append(String.join(", ", differ))
                    .append(". ");
        }
        if (!same.isEmpty()) {
            text.append("Within chance of the step before, by these patients and seeds: ")
                    .append(String.join(", ", same))
                    .append(": the ladder does not show that they help or harm.");
        }
        return text.toString().strip();
    }

    private static List<String> names(List<Standing> standings, boolean differing) {
        return standings.stream()
                .filter(standing -> standing.gain().isPresent() && standing.differs() == differing)
                .map(standing -> standing.step().replaceFirst("^ladder-", ""))
                .collect(Collectors.toList());
    }
}
