package aerate.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts of a report, all in one style. */
public final class Charts {
    /** Nominal sides in pixels. */
    private static final int SQUARE = 380;

    private static final int WIDE = 640;
    private static final int HIGH = 320;

    private Charts() {}

    /** Sensitivity against the share of healthy films called sick; the diagonal is chance. */
    public static Chart roc(List<Series> curves) {
        XYChart chart = unitSquare("False positive rate", "Sensitivity", curves, LegendPosition.InsideSE);
        diagonal(chart);
        return new Chart(chart);
    }

    /** Precision against recall. */
    public static Chart precisionRecall(List<Series> curves) {
        return new Chart(unitSquare("Recall", "Precision", curves, LegendPosition.InsideSW));
    }

    /** Share of sick films against the probability given; the diagonal is perfect calibration. */
    public static Chart calibration(List<Series> curves) {
        XYChart chart = unitSquare("Predicted probability", "Share with pneumonia", curves, LegendPosition.InsideNW);
        chart.getSeriesCollection().forEach(series -> series.setMarker(SeriesMarkers.CIRCLE));
        diagonal(chart);
        return new Chart(chart);
    }

    /** Lines over a common axis, such as a loss over the steps of training. */
    public static Chart lines(String xTitle, String yTitle, List<Series> lines) {
        return new Chart(lineChart(xTitle, yTitle, lines, WIDE, HIGH));
    }

    /**
     * A group of bars per category.
     *
     * @throws IllegalArgumentException if some bars have not one height per category
     */
    public static Chart bars(String xTitle, String yTitle, List<String> categories, List<Bars> groups) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDE)
                .height(HIGH)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(0.75).setXAxisTickMarkSpacingHint(20);
        for (Bars bars : groups) {
            if (bars.heights().size() != categories.size()) {
                throw new IllegalArgumentException("bars must have one height per category, had "
                        + bars.heights().size() + " for " + categories.size() + " in " + bars.name());
            }
            CategorySeries series = chart.addSeries(
                    bars.name(), categories, bars.heights(), bars.errors().isEmpty() ? null : bars.errors());
            series.setFillColor(ChartStyle.colour(chart.getSeriesCollection().size() - 1));
        }
        return new Chart(chart);
    }

    /**
     * A search's figures in the order in which they came, and the best up to each.
     *
     * @param figures NaN where a trial has none
     * @param order better ones first
     */
    public static Chart history(String xTitle, String yTitle, List<Double> figures, Comparator<Double> order) {
        List<Double> numbers = IntStream.rangeClosed(1, figures.size())
                .mapToObj(number -> (double) number)
                .toList();
        List<Double> best = new ArrayList<>();
        for (double figure : figures) {
            double before = best.isEmpty() ? Double.NaN : best.get(best.size() - 1);
            best.add(order.compare(figure, before) < 0 ? figure : before);
        }
        XYChart chart = lineChart(
                xTitle,
                yTitle,
                List.of(new Series("trial", numbers, figures), new Series("best so far", numbers, best)),
                WIDE,
                HIGH);
        XYSeries trials = chart.getSeries("trial");
        trials.setMarker(SeriesMarkers.CIRCLE);
        trials.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        return new Chart(chart);
    }

    /**
     * Figures with their intervals, side by side for each category.
     *
     * @param groups by name, one interval for each category
     */
    public static Chart intervals(String yTitle, List<String> categories, Map<String, List<Interval>> groups) {
        XYChart chart = lineChart("", yTitle, List.of(), WIDE, HIGH);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(at -> label(categories, at));
        chart.getStyler().setXAxisTickMarkSpacingHint((int) (0.75 * WIDE / categories.size()));
        chart.getStyler().setXAxisMin(-0.5).setXAxisMax(categories.size() - 0.5);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        int number = 0;
        for (Map.Entry<String, List<Interval>> group : groups.entrySet()) {
            double shift = (number - (groups.size() - 1) / 2.0) * 0.2;
            Color colour = ChartStyle.colour(number++);
            List<Interval> intervals = group.getValue();
            List<Double> x = IntStream.range(0, intervals.size())
                    .mapToObj(i -> i + shift)
                    .toList();
            for (int i = 0; i < intervals.size(); i++) {
                List<Double> ends =
                        List.of(intervals.get(i).low(), intervals.get(i).high());
                XYSeries line = chart.addSeries(group.getKey() + " " + i, List.of(x.get(i), x.get(i)), ends);
                line.setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(ChartStyle.stroke(0));
                line.setShowInLegend(false);
            }
            XYSeries points = chart.addSeries(
                    group.getKey(), x, intervals.stream().map(Interval::value).toList());
            points.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
            points.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour);
        }
        return new Chart(chart);
    }

    /** The category that stands at a place of the axis; a blank between two. */
    private static String label(List<String> categories, double at) {
        int nearest = (int) Math.rint(at);
        boolean there = Math.abs(at - nearest) < 1e-6 && nearest >= 0 && nearest < categories.size();
        return there ? categories.get(nearest) : " ";
    }

    private static XYChart unitSquare(String xTitle, String yTitle, List<Series> curves, LegendPosition legend) {
        // Thousands of points closer than a pixel would be drawn fainter than the rest.
        List<Series> drawn =
                curves.stream().map(curve -> curve.thinned(1.0 / SQUARE)).toList();
        XYChart chart = lineChart(xTitle, yTitle, drawn, SQUARE, SQUARE);
        chart.getStyler().setLegendPosition(legend);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
        chart.getStyler().setDecimalPattern("0.0");
        return chart;
    }

    private static XYChart lineChart(String xTitle, String yTitle, List<Series> lines, int width, int height) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        ChartStyle.apply(chart.getStyler());
        for (Series line : lines) {
            XYSeries series = chart.addSeries(line.name(), line.x(), line.y());
            int number = chart.getSeriesCollection().size() - 1;
            series.setMarker(line.x().size() == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
            series.setLineColor(ChartStyle.colour(number));
            series.setMarkerColor(ChartStyle.colour(number));
            series.setLineStyle(ChartStyle.stroke(number));
        }
        return chart;
    }

    private static void diagonal(XYChart chart) {
        XYSeries diagonal = chart.addSeries("diagonal", List.of(0, 1), List.of(0, 1));
        diagonal.setMarker(SeriesMarkers.NONE);
        diagonal.setLineColor(new Color(0xB8BEC4));
        diagonal.setLineStyle(
                new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 4}, 0));
        diagonal.setShowInLegend(false);
    }
}
