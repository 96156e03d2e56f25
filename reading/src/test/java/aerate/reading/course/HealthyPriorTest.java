package aerate.reading.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.diffusion.Denoiser;
import aerate.diffusion.NoiseSchedule;
import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.network.UNet;
import aerate.reading.TinyModels;
import aerate.tensor.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthyPriorTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.linear(40);
    private static final InputTransform INPUT = new InputTransform(8, 0.5, 0.5);

    @TempDir
    private Path folder;

    /** A denoiser that takes every film for a healthy one of brightness 0.4 leads every film there. */
    @ParameterizedTest
    @EnumSource(
            value = CourseMethod.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GUIDED", "COUNTERFACTUAL"})
    void healing_leadsWhereTheDenoiserThinksHealthIs(CourseMethod method) {
        HealthyPrior prior = HealthyPrior.of(towards(-0.2), SCHEDULE, INPUT, Device.CPU);
        Film healed = heal(prior, method, everywhere(1)).applyTo(constant(0.7f));
        for (float value : healed.values()) {
            assertThat(value).isCloseTo(0.4f, within(1e-4f));
        }
    }

    @Test
    void perPixel_leadsOnlyTheRegionThere() {
        HealthyPrior prior = HealthyPrior.of(towards(-0.2), SCHEDULE, INPUT, Device.CPU);
        float[] weights = everywhere(0);
        Arrays.fill(weights, 32, 64, 1); // the lower half
        Film film = constant(0.7f);
        Film healed = heal(prior, CourseMethod.PER_PIXEL, weights).applyTo(film);
        assertThat(healed.at(10, 4)).isEqualTo(film.at(10, 4));
        assertThat(healed.values()[15 * 20 + 10]).isCloseTo(0.4f, within(1e-4f));
    }

    @Test
    void change_thatLeavesTheRange_isCutAtBlackAndWhite() {
        HealthyPrior prior = HealthyPrior.of(towards(-1), SCHEDULE, INPUT, Device.CPU);
        Change change = heal(prior, CourseMethod.UNIFORM, everywhere(1));
        assertThat(change.applyTo(constant(0.3f)).values()).containsOnly(0);
    }

    @Test
    void denoiserWithoutNumbers_isAnError() {
        HealthyPrior prior = HealthyPrior.of((noisy, levels) -> noisy.times(Double.NaN), SCHEDULE, INPUT, Device.CPU);
        assertThatThrownBy(() -> heal(prior, CourseMethod.UNIFORM, everywhere(1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the denoiser's films at λ = 40 must be finite, were not");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40, 1000})
    void steps_areAboutThoseAskedFor(int steps) {
        CourseSettings settings = new CourseSettings(CourseMethod.UNIFORM, steps, 1, RegionRule.DEFAULT);
        assertThat(settings.steps(List.of(40), SCHEDULE)).isBetween(1, Math.min(steps, 40));
        assertThat(new CourseSettings(CourseMethod.UNIFORM, 40, 1, RegionRule.DEFAULT).steps(List.of(40), SCHEDULE))
                .isEqualTo(40);
    }

    @Test
    void open_takesSizeAndLevelsFromTheCheckpoint() throws IOException {
        try (HealthyPrior prior = HealthyPrior.open(TinyModels.denoiser(folder.resolve("d")), Device.CPU)) {
            assertThat(prior.size()).isEqualTo(16);
            assertThat(prior.levels()).isEqualTo(TinyModels.LEVELS);
        }
    }

    @Test
    void classifiersCheckpoint_isRefused() throws IOException {
        Path saved = TinyModels.classifier(folder.resolve("c"), 0, Optional.empty());
        assertThatThrownBy(() -> HealthyPrior.open(saved, Device.CPU))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(saved.toString(), "denoiser", "DenseNetSmall");
    }

    @Test
    void checkpointWithoutNoise_isRefused() throws IOException {
        UNet.Shape shape = new UNet.Shape(8, 1, 8, List.of(1), 1, List.of(), 1, 0);
        Path saved = TinyModels.save(folder.resolve("d"), TinyModels.denoiser(shape, Optional.empty()), network -> {});
        assertThatThrownBy(() -> HealthyPrior.open(saved, Device.CPU))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(saved.toString(), "must name its noise");
    }

    @Test
    void unknownSchedule_isRefused() throws IOException {
        UNet.Shape shape = new UNet.Shape(8, 1, 8, List.of(1), 1, List.of(), 1, 0);
        Manifest manifest = TinyModels.denoiser(shape, Optional.of(new Manifest.Noise("quadratic", 40)));
        Path saved = TinyModels.save(folder.resolve("d"), manifest, network -> {});
        assertThatThrownBy(() -> HealthyPrior.open(saved, Device.CPU))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(saved.toString(), "quadratic");
    }

    @Test
    void unknownKindOfNoise_isRefused() throws IOException {
        UNet.Shape shape = new UNet.Shape(8, 1, 8, List.of(1), 1, List.of(), 1, 0);
        Manifest.Noise noise =
                new Manifest.Noise("linear", 40, Optional.empty(), Optional.empty(), Optional.of("PINK"));
        Path saved = TinyModels.save(folder.resolve("d"), TinyModels.denoiser(shape, Optional.of(noise)), net -> {});
        assertThatThrownBy(() -> HealthyPrior.open(saved, Device.CPU))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        saved.toString(), "noise.kind", "[GAUSSIAN, SIMPLEX, SIMPLEX_ORIGINAL]", "PINK");
    }

    /** Whose clean image is always the given value. */
    private static Denoiser towards(double clean) {
        return (noisy, levels) -> noisy.times(0).plus(clean);
    }

    private static Change heal(HealthyPrior prior, CourseMethod method, float[] weights) {
        CourseSettings settings = new CourseSettings(method, 40, 1, RegionRule.DEFAULT);
        Region region = Region.of(8, 8, weights);
        return prior.heal(List.of(constant(0.7f)), List.of(region), List.of(40), settings, null, () -> {})
                .get(0)
                .get(0);
    }

    private static float[] everywhere(float weight) {
        float[] weights = new float[64];
        Arrays.fill(weights, weight);
        return weights;
    }

    private static Film constant(float value) {
        float[] values = new float[20 * 16];
        Arrays.fill(values, value);
        return Film.ofValues(20, 16, 16, values, FilmInfo.of("constant"));
    }
}
