package aerate.report.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {
    private static final int GRID = 64;

    @Test
    void rectangle_isItsCorners_inPixelsOfTheFilm() {
        Outline outline = outlines(40, 30, "....", ".##.", ".##.", "....").get(0);
        assertThat(outline.points()).containsExactly(10, 7.5f, 30, 7.5f, 30, 22.5f, 10, 22.5f, 10, 7.5f);
        assertThat(outline.area()).isEqualTo(300);
    }

    @Test
    void wholeGrid_isTheWholeFilm() {
        assertThat(outlines(40, 30, "##", "##").get(0).points()).containsExactly(0, 0, 40, 0, 40, 30, 0, 30, 0, 0);
    }

    @Test
    void parts_areApartWhereOnlyCornersTouch_theLargestFirst() {
        List<Outline> outlines = outlines(4, 3, "#...", ".##.", ".##.");
        assertThat(outlines).extracting(Outline::area).containsExactly(4.0, 1.0);
    }

    @Test
    void hole_isNotCutOut_andNotCounted() {
        Outline outline = outlines(3, 3, "###", "#.#", "###").get(0);
        assertThat(outline.points()).containsExactly(0, 0, 3, 0, 3, 3, 0, 3, 0, 0);
        assertThat(outline.area()).isEqualTo(8);
    }

    @Test
    void notch_isWalkedAround() {
        assertThat(outlines(3, 2, "#.#", "###").get(0).points())
                .containsExactly(0, 0, 1, 0, 1, 1, 2, 1, 2, 0, 3, 0, 3, 2, 0, 2, 0, 0);
    }

    @Test
    void nothing_hasNoOutline() {
        assertThat(outlines(2, 2, "..", "..")).isEmpty();
        assertThatThrownBy(() -> Outline.of(new boolean[3], 2, 2, 2, 2))
                .hasMessageContaining("must have 4 cells, had 3");
    }

    /** The area within a closed polygon (shoelace formula) is at least that of its part: more by its holes alone. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void polygon_holdsItsPart_andFitsAnElement_whateverTheRegion(long seed) {
        Random random = new Random(seed);
        boolean[] inside = new boolean[GRID * GRID];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = random.nextDouble() < 0.62; // where parts are largest and most ragged
        }
        List<Outline> outlines = Outline.of(inside, GRID, GRID, GRID, GRID);
        double cells = outlines.stream().mapToDouble(Outline::area).sum();
        int expected = 0;
        for (boolean cell : inside) {
            expected += cell ? 1 : 0;
        }
        assertThat(cells).isEqualTo(expected);
        assertThat(outlines).allSatisfy(outline -> {
            assertThat(enclosed(outline.points())).isGreaterThanOrEqualTo(outline.area());
            assertThat(4 * outline.points().length).isLessThanOrEqualTo(0xFFFF);
        });
    }

    private static double enclosed(float[] points) {
        double twice = 0;
        for (int i = 0; i + 3 < points.length; i += 2) {
            twice += (double) points[i] * points[i + 3] - (double) points[i + 2] * points[i + 1];
        }
        return twice / 2;
    }

    private static List<Outline> outlines(int filmWidth, int filmHeight, String... rows) {
        boolean[] inside = new boolean[rows.length * rows[0].length()];
        String cells = String.join("", rows);
        for (int i = 0; i < inside.length; i++) {
            inside[i] = cells.charAt(i) == '#';
        }
        return Outline.of(inside, rows[0].length(), rows.length, filmWidth, filmHeight);
    }
}
