package aerate.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * The one style of all charts: light, few lines, colours that colour-blind readers tell apart (Okabe and Ito, "Color
 * Universal Design", 2008) and strokes that tell lines apart without colour.
 */
final class ChartStyle {
    private static final Color INK = new Color(0x3A444D);
    private static final Color GRID = new Color(0xE6E9EC);
    private static final Color CLEAR = new Color(0, true);
    private static final int[] COLOURS = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9};
    private static final float[][] DASHES = {null, {7, 3}, {2, 3}}; // the first is solid

    private ChartStyle() {}

    static void apply(AxesChartStyler styler) {
        styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(INK)
                .setChartTitleVisible(false)
                .setChartPadding(8)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendPosition(LegendPosition.OutsideE)
                .setLegendLayout(LegendLayout.Vertical)
                .setLegendBorderColor(CLEAR)
                .setLegendBackgroundColor(CLEAR)
                .setLegendSeriesLineLength(20)
                .setLegendFont(font(Font.PLAIN, 12))
                .setAnnotationTextFont(font(Font.PLAIN, 12))
                .setMarkerSize(6)
                .setLocale(Locale.ROOT);
        styler.setAxisTitleFont(font(Font.PLAIN, 12))
                .setAxisTickLabelsFont(font(Font.PLAIN, 11))
                .setAxisTickLabelsColor(INK)
                .setAxisTickMarksColor(GRID)
                .setAxisTicksLineVisible(false)
                .setPlotGridVerticalLinesVisible(false)
                .setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotMargin(0)
                .setErrorBarsColor(INK)
                .setXAxisDecimalPattern("#,##0.###")
                .setYAxisDecimalPattern("#,##0.###");
    }

    static Color colour(int number) {
        return new Color(COLOURS[number % COLOURS.length]);
    }

    static BasicStroke stroke(int number) {
        float[] dashes = DASHES[number % DASHES.length];
        return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
