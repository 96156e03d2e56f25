package aerate.reading.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.diffusion.NoiseSchedule;
import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.Label;
import aerate.network.InputTransform;
import aerate.reading.TinyModels;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegionSourceTest {
    private static final CourseSettings SETTINGS = new CourseSettings(CourseMethod.UNIFORM, 10, 1, RegionRule.DEFAULT);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(RegionSource.class)
    void everySource_drawsAMapOfAFilm_andIsKnownByItsTitle(RegionSource source) throws IOException {
        assertThat(RegionSource.named(source.title())).isEqualTo(source);
        Film film = TinyModels.film(40, 32, 12, 3);
        try (HealthyPrior prior = LatentPriors.open(folder);
                Classifier classifier = Classifier.open(
                        TinyModels.classifier(folder.resolve("judge"), 8, Optional.empty()), Device.CPU)) {
            CourseSettings usual = CourseSettings.usual(prior);
            Explainer explainer = source.explainer(Explainer.named("grad-cam"), prior, usual);
            HeatMap map = explainer.explain(classifier, film, Label.PNEUMONIA);
            assertThat(map.evidence(16, 16)).hasSize(256);
            assertThat(usual.method()).isEqualTo(CourseMethod.COUNTERFACTUAL);
            assertThat(RegionSource.usual(prior)).isEqualTo(RegionSource.OPACITY);
        }
    }

    /** A counterpart that is grey everywhere: the left of the film is brighter, its middle the same, its right darker. */
    @Test
    void opacity_isWhereTheFilmIsTheBrighterOne_residualWhereverItDiffers() {
        HealthyPrior grey = HealthyPrior.of(
                (noisy, levels) -> noisy.times(0),
                NoiseSchedule.linear(50),
                new InputTransform(16, 0.5, 0.5),
                Device.CPU);
        float[] values = new float[256];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 16 < 5 ? 1 : i % 16 < 11 ? 0.5f : 0;
        }
        Film film = Film.ofValues(16, 16, 8, values, FilmInfo.of("by hand"));
        float[] opacity = map(RegionSource.OPACITY, grey, film);
        float[] residual = map(RegionSource.RESIDUAL, grey, film);
        assertThat(opacity[2]).isEqualTo(1);
        assertThat(opacity[8]).isCloseTo(0, within(0.01f));
        assertThat(opacity[13]).isZero();
        assertThat(residual[2]).isEqualTo(1);
        assertThat(residual[8]).isCloseTo(0, within(0.01f));
        assertThat(residual[13]).isGreaterThan(0.9f);
        assertThat(RegionSource.usual(grey)).isEqualTo(RegionSource.HEAT_MAP);
        assertThat(CourseSettings.usual(grey).method()).isEqualTo(CourseMethod.GUIDED);
    }

    private static float[] map(RegionSource source, HealthyPrior prior, Film film) {
        Explainer refusing = null; // no classifier is asked
        return source.explainer(refusing, prior, SETTINGS)
                .explain(null, List.of(film), Label.PNEUMONIA)
                .get(0)
                .evidence(16, 16);
    }

    @Test
    void unknownSource_isRefused_namingTheKnown() {
        assertThatThrownBy(() -> RegionSource.named("elbow"))
                .hasMessage("a region must be drawn from one of [opacity, heat-map, residual, latent-cam, both], was"
                        + " elbow");
    }
}
