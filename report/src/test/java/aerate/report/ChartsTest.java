package aerate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class ChartsTest {
    private static final Series LINE = new Series("line <1>", List.of(0.0, 1.0), List.of(0.0, 1.0));

    @Test
    void svg_isAWholeDocumentThatLoadsNothing() throws Exception {
        String svg = Charts.roc(List.of(LINE)).svg();
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg).doesNotContain("<!DOCTYPE", "href=", "font-family");
    }

    @Test
    void picture_growsWithTheScale() {
        Chart chart = Charts.lines("step", "loss", List.of(LINE));
        BufferedImage once = chart.picture(1);
        BufferedImage twice = chart.picture(2);
        assertThat(twice.getWidth()).isEqualTo(2 * once.getWidth());
        assertThat(FilmPicture.pixels(once))
                .contains(0xFF000000 | ChartStyle.colour(0).getRGB());
    }

    @Test
    void line_holdsItsGaps() {
        Series gap = new Series("gap", List.of(0.0, 1.0, 2.0), List.of(0.0, Double.NaN, 1.0));
        assertThat(Charts.lines("step", "loss", List.of(gap)).svg()).doesNotContain("NaN");
    }

    @Test
    void curve_ofManyPoints_isDrawnByFewThatLieOnIt() {
        List<Double> x =
                IntStream.rangeClosed(0, 5000).mapToObj(i -> i / 5000.0).toList();
        Series thinned = new Series("line", x, x).thinned(0.01);
        assertThat(thinned.x())
                .hasSizeBetween(70, 143)
                .startsWith(0.0)
                .endsWith(1.0)
                .isEqualTo(thinned.y());
    }

    @Test
    void lines_thatFollowEachOther_becomeOne() {
        String dashed = "<line style=\"dash\" x1=\"0\" x2=\"1\" y1=\"2\" y2=\"3\"/>";
        String next = "\n  <line style=\"dash\" x1=\"1\" x2=\"4\" y1=\"3\" y2=\"5\"/>";
        String apart = "<line style=\"dash\" x1=\"9\" x2=\"9\" y1=\"9\" y2=\"9\"/>";
        assertThat(Polylines.joined("<g>" + dashed + next + apart + "</g>"))
                .isEqualTo("<g><polyline style=\"dash\" points=\"0,2 1,3 4,5\"/>"
                        + "<polyline style=\"dash\" points=\"9,9 9,9\"/></g>");
        assertThat(Polylines.joined("<g/>")).isEqualTo("<g/>");
    }

    @Test
    void curve_isOnePolyline() {
        Series bent = new Series("bent", List.of(0.0, 0.2, 0.4, 0.8), List.of(0.0, 0.5, 0.1, 0.9));
        assertThat(Charts.lines("step", "loss", List.of(bent)).svg())
                .containsPattern("<polyline style=\"[^\"]*\" points=\"\\S+ \\S+ \\S+ \\S+\"/>");
    }

    @Test
    void bars_ofEveryGroup_areDrawnInItsColour() {
        Chart chart = Charts.bars(
                "\u03bb",
                "share",
                List.of("100", "200"),
                List.of(new Bars("a", List.of(0.5, 0.6), List.of(0.1, 0.1)), new Bars("b", List.of(0.2, 0.9))));
        assertThat(FilmPicture.pixels(chart.picture(1)))
                .contains(ChartStyle.colour(0).getRGB(), ChartStyle.colour(1).getRGB());
    }

    @Test
    void badInput_isNamed() {
        assertThatThrownBy(() -> new Series("a", List.of(1.0), List.of())).hasMessageContaining("had 1 and 0 in a");
        assertThatThrownBy(() -> new Bars("a", List.of(1.0), List.of(1.0, 2.0)))
                .hasMessageContaining("had 2 for 1 in a");
        assertThatThrownBy(() -> Charts.bars("", "", List.of("x"), List.of(new Bars("a", List.of(1.0, 2.0)))))
                .hasMessageContaining("had 2 for 1 in a");
    }

    @Test
    void intervals_nameEveryCategory() {
        Chart chart = Charts.intervals(
                "Accuracy",
                List.of("base", "ntk"),
                Map.of("chosen", List.of(new Interval(2, 1, 3), new Interval(3, 3, 4))));
        assertThat(chart.svg()).contains("<svg");
        assertThatThrownBy(() -> new Interval(5, 1, 4))
                .hasMessage("an interval must hold its value, was 5.0 in [1.0, 4.0]");
    }
}
