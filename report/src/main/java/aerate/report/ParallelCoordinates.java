package aerate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many trials as lines across one upright axis for each parameter and one for their figure (Inselberg 1985), laid out in
 * pixels; the page draws it. Values of a parameter stand evenly apart, numbers by size. Better trials are drawn later and
 * darker.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param axes from left to right, the figure's last
 * @param lines from worst to best
 */
public record ParallelCoordinates(int width, int height, List<Axis> axes, List<Line> lines) {
    private static final int GAP = 170; // between two axes
    private static final int MARGIN = 60;
    private static final int TOP = 40;
    private static final int HEIGHT = 360;
    private static final int[] WORST = {0xD4, 0xDA, 0xDF};
    private static final int[] BEST = {0x00, 0x5A, 0x9C};

    /** An upright axis. */
    public record Axis(String name, int x, List<Tick> ticks) {}

    /** A value on an axis. */
    public record Tick(String label, double y) {}

    /**
     * A trial.
     *
     * @param points as SVG's polylines have them
     * @param colour as CSS has it
     */
    public record Line(String points, String colour) {}

    /**
     * What is known of a trial.
     *
     * @param values one for each parameter
     * @param figure NaN where there is none; such trials are not drawn
     */
    public record Row(List<String> values, double figure) {}

    public ParallelCoordinates {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
    }

    /**
     * Lays trials out.
     *
     * @param names of the parameters
     * @param figure what the figure is called
     * @param order of figures, better ones first
     */
    public static ParallelCoordinates of(List<String> names, String figure, List<Row> rows, Comparator<Double> order) {
        List<Row> drawn = rows.stream()
                .filter(row -> !Double.isNaN(row.figure()))
                .sorted(Comparator.comparing(Row::figure, order.reversed()))
                .toList();
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int parameter = i;
            axes.add(new Axis(
                    names.get(i),
                    MARGIN + i * GAP,
                    ticks(drawn.stream().map(row -> row.values().get(parameter)).toList())));
        }
        double least = drawn.stream().mapToDouble(Row::figure).min().orElse(0);
        double most = drawn.stream().mapToDouble(Row::figure).max().orElse(0);
        int last = MARGIN + names.size() * GAP;
        axes.add(new Axis(
                figure, last, List.of(new Tick(number(most), TOP), new Tick(number(least), TOP + (double) HEIGHT))));
        List<Line> lines = new ArrayList<>();
        for (Row row : drawn) {
            String points = IntStream.range(0, names.size())
                    .mapToObj(i -> point(
                            axes.get(i).x(), height(axes.get(i), row.values().get(i))))
                    .collect(Collectors.joining(" "));
            double y = most == least ? TOP : TOP + HEIGHT * (most - row.figure()) / (most - least);
            lines.add(new Line(points + " " + point(last, y), colour(lines.size(), drawn.size())));
        }
        return new ParallelCoordinates(last + 2 * MARGIN, HEIGHT + 2 * TOP, axes, lines);
    }

    private static List<Tick> ticks(List<String> values) {
        Set<String> distinct = new LinkedHashSet<>(values);
        boolean numbers = distinct.stream().allMatch(value -> value.matches("-?\\d+(\\.\\d*)?([eE]-?\\d+)?"));
        List<String> sorted = new ArrayList<>(distinct);
        if (numbers) {
            sorted.sort(Comparator.comparing(Double::valueOf));
        }
        double gap = sorted.size() < 2 ? 0 : (double) HEIGHT / (sorted.size() - 1);
        return IntStream.range(0, sorted.size())
                .mapToObj(i -> new Tick(sorted.get(i), TOP + HEIGHT - i * gap))
                .toList();
    }

    private static double height(Axis axis, String value) {
        return axis.ticks().stream()
                .filter(tick -> tick.label().equals(value))
                .findFirst()
                .orElseThrow()
                .y();
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, "%.4g", figure);
    }

    /** From pale to dark by rank. */
    private static String colour(int rank, int count) {
        double share = count < 2 ? 1 : (double) rank / (count - 1);
        int[] mixed = IntStream.range(0, WORST.length)
                .map(i -> (int) Math.round(WORST[i] + share * (BEST[i] - WORST[i])))
                .toArray();
        return String.format("#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
    }
}
