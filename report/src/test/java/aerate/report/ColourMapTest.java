package aerate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ColourMapTest {
    @Test
    void heat_risesInLightnessByEqualSteps() {
        for (int i = 0; i <= 20; i++) {
            assertThat(lightness(ColourMap.HEAT.rgb(i / 20f))).isCloseTo(0.22 + 0.7 * i / 20, within(0.01));
        }
    }

    @Test
    void difference_isAsBrightOnBothSides() {
        for (int i = 0; i <= 20; i++) {
            double brighter = lightness(ColourMap.DIFFERENCE.rgb(i / 20f));
            assertThat(lightness(ColourMap.DIFFERENCE.rgb(-i / 20f))).isCloseTo(brighter, within(0.01));
            assertThat(brighter).isCloseTo(0.25 + 0.63 * i / 20, within(0.01));
        }
    }

    @Test
    void difference_ofZero_isGrey() {
        int zero = ColourMap.DIFFERENCE.rgb(0);
        assertThat(zero).isEqualTo((zero & 0xFF) * 0x010101);
    }

    @Test
    void values_outsideTheRange_areClamped() {
        assertThat(ColourMap.HEAT.rgb(7)).isEqualTo(ColourMap.HEAT.rgb(1));
        assertThat(ColourMap.DIFFERENCE.rgb(-7)).isEqualTo(ColourMap.DIFFERENCE.rgb(-1));
    }

    /** Back from sRGB to OKLab's lightness (Ottosson 2020). */
    private static double lightness(int rgb) {
        double red = linear(rgb >> 16 & 0xFF);
        double green = linear(rgb >> 8 & 0xFF);
        double blue = linear(rgb & 0xFF);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
