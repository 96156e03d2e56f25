package aerate.reading.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final int PIXELS = 4000;

    @Test
    void gainAndOffset_areFound_whateverADeviceOrAnOpacityAdds() {
        float[] to = drawn(1);
        float[] from = new Exposure(0.5, 0.2).of(to);
        Arrays.fill(from, 0, PIXELS / 30, 5); // a device, on the later film only
        Exposure found = Exposure.between(from, to, everywhere(true));
        assertThat(found.gain()).isCloseTo(2, within(0.15));
        assertThat(found.of(from)[PIXELS - 1]).isCloseTo(to[PIXELS - 1], within(0.05f));
    }

    @Test
    void noiseBetweenTheFilms_takesNoContrastAway() {
        float[] to = drawn(1);
        float[] noise = drawn(2);
        float[] from = to.clone();
        for (int i = 0; i < PIXELS; i++) {
            from[i] = to[(i + 1) % PIXELS] + 0.01f * noise[i]; // the same values elsewhere: no pixel matches
        }
        assertThat(Exposure.between(from, to, everywhere(true)).gain()).isCloseTo(1, within(0.05));
    }

    @Test
    void whatDoesNotCount_orIsNotKnown_changesNothing() {
        float[] to = drawn(1);
        float[] from = new Exposure(0.5, 0.2).of(to);
        boolean[] counts = everywhere(true);
        Arrays.fill(from, 0, 1500, 0);
        Arrays.fill(counts, 0, 1500, false);
        Arrays.fill(from, 1500, 3000, Float.NaN);
        Exposure found = Exposure.between(from, to, counts);
        assertThat(found.gain()).isCloseTo(2, within(1e-4));
        assertThat(found.offset()).isCloseTo(-0.4, within(1e-4));
    }

    @Test
    void nothingToCompare_orNoContrast_leavesTheGain() {
        assertThat(Exposure.between(drawn(1), drawn(2), everywhere(false))).isEqualTo(new Exposure(1, 0));
        float[] flat = new float[PIXELS];
        assertThat(Exposure.between(flat, drawn(1), everywhere(true)).gain()).isEqualTo(1);
        assertThat(Exposure.between(drawn(1), flat, everywhere(true)).gain()).isEqualTo(0.25);
    }

    private static float[] drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] drawn = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            drawn[i] = (float) random.nextDouble();
        }
        return drawn;
    }

    private static boolean[] everywhere(boolean counts) {
        boolean[] everywhere = new boolean[PIXELS];
        Arrays.fill(everywhere, counts);
        return everywhere;
    }
}
