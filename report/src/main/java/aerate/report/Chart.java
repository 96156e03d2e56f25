package aerate.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;

/** A drawn chart, as vectors or as pixels; {@link Charts} makes them. */
public final class Chart {
    /** Names a page on the network, of which nothing here has need. */
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");

    private final IChart chart;

    Chart(IChart chart) {
        this.chart = chart;
    }

    /** The chart as an SVG document; text is drawn as outlines, so it looks the same with any fonts. */
    public String svg() {
        try {
            String drawn = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
            return Polylines.joined(DOCTYPE.matcher(drawn).replaceFirst(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The chart in pixels, {@code scale} times its nominal size. */
    public BufferedImage picture(int scale) {
        BufferedImage picture =
                new BufferedImage(chart.getWidth() * scale, chart.getHeight() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.scale(scale, scale);
        chart.paint(brush, chart.getWidth(), chart.getHeight());
        brush.dispose();
        return picture;
    }
}
