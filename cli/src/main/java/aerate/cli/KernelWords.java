package aerate.cli;

import aerate.training.kernel.Widening;
import aerate.training.kernel.Widening.Change;
import aerate.training.kernel.Widening.Direction;
import aerate.training.kernel.WidthReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the figures of {@code aerate ntk} say, in sentences: whether the claim that wider is better holds, and why. */
final class KernelWords {
    private final KernelResult result;
    private final Widening widening;

    private KernelWords(KernelResult result, Widening widening) {
        this.result = result;
        this.widening = widening;
    }

    /** Paragraphs; none where there is one width only. */
    static List<String> of(KernelResult result) {
        return result.widening()
                .map(widening -> new KernelWords(result, widening).paragraphs())
                .orElse(List.of());
    }

    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(claim());
        paragraphs.add(alignment() + " " + scale());
        if (result.readings().stream().allMatch(reading -> reading.trained().isPresent())) {
            paragraphs.add(drift());
        }
        return paragraphs;
    }

    private String claim() {
        return verdict(
                        "is better conditioned",
                        widening.conditionNumber(),
                        "the condition number (largest eigenvalue over smallest) goes")
                + " "
                + verdict(
                        "trains better",
                        widening.stepsToTenth(),
                        "at half its largest stable rate, descent on the linearised network brings the loss to a tenth"
                                + " in steps that go")
                + " At one and the same small learning rate, the steps to there go "
                + times(widening.timeToTenth())
                + ". "
                + (result.seeds() == 1
                        ? "One seed: how much chance has to do with this is not known."
                        : "A change counts if all %d seeds agree on it, and on more than a factor of %s."
                                .formatted(result.seeds(), number(Widening.SAME)));
    }

    private String verdict(String claim, Change change, String figure) {
        String held = switch (change.direction()) {
            case FALLS -> "holds";
            case RISES -> "does not hold: the contrary is so";
            case UNCLEAR -> "does not hold: there is no clear change";
        };
        return "The claim that a wider head %s %s. From %d units to %d, %s %s."
                .formatted(claim, held, widening.narrowest(), widening.widest(), figure, fromTo(change));
    }

    private String alignment() {
        Change change = widening.alignment();
        String what = switch (change.direction()) {
            case RISES -> "The wider head's kernel is better aligned with the labels";
            case FALLS -> "The wider head's kernel is worse aligned with the labels";
            case UNCLEAR -> "The kernel is as well aligned with the labels at either width";
        };
        return what + ": the centred alignment goes " + fromTo(change) + ".";
    }

    private String scale() {
        Change largest = widening.largestEigenvalue();
        Change rate = widening.largestLearningRate();
        boolean grows = largest.direction() == Direction.RISES;
        return ("The head starts as PyTorch's does, with weights of the order of 1/√inputs, so that each hidden unit adds"
                        + " its square to what the last layer gives to the kernel, while the layers before it get no"
                        + " more: the last layer's share of the trace goes from %s to %s, %s %s, and the largest stable"
                        + " learning rate %s. Figures of scale are to be compared with this in mind; condition number,"
                        + " effective rank, alignment and steps have none.")
                .formatted(
                        percent(share(widening.narrowest())),
                        percent(share(widening.widest())),
                        grows ? "λmax grows with it," : "λmax goes",
                        fromTo(largest),
                        fromTo(rate));
    }

    private double share(int width) {
        return result.mean(width, WidthReading::lastLayerShare);
    }

    private String drift() {
        return ("After %d real steps the kernel had moved by %s of itself at %d units and by %s at %d; that of a network that"
                        + " learns as its linearisation does would not move.")
                .formatted(
                        result.readings().get(0).trained().orElseThrow().steps(),
                        percent(moved(widening.narrowest())),
                        widening.narrowest(),
                        percent(moved(widening.widest())),
                        widening.widest());
    }

    private double moved(int width) {
        return result.mean(width, reading -> reading.trained().orElseThrow().drift());
    }

    private String fromTo(Change change) {
        return "from %s to %s (%s)".formatted(number(change.narrow()), number(change.wide()), times(change));
    }

    private String times(Change change) {
        String range = result.seeds() == 1
                ? ""
                : "; over the seeds × %s to × %s".formatted(number(change.lowest()), number(change.highest()));
        return "× " + number(change.ratio()) + range;
    }

    private static String percent(double share) {
        return number(100 * share) + " %";
    }

    /** Three digits that count. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "beyond measure";
        }
        double size = Math.abs(value);
        if (size >= 100_000 || (size < 0.001 && size > 0)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        if (size >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
