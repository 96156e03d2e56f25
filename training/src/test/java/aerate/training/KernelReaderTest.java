package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.FilmSource;
import aerate.film.LabelledFilm;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import aerate.training.kernel.WidthReading;
import aerate.training.recipe.Recipe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelReaderTest {
    private static final int FILMS = 6;
    private static final ToyFilms SOURCE = ToyFilms.of(20, 20);

    @Test
    void reading_isOfTheNetworkAndItsFilms() throws IOException {
        WidthReading reading = read(recipe(12, 3), 0);
        assertThat(reading.width()).isEqualTo(12);
        assertThat(reading.seed()).isEqualTo(3);
        assertThat(reading.eigenvalues()).hasSize(2 * FILMS);
        assertThat(reading.meanEigenvalue())
                .isCloseTo(
                        reading.eigenvalues().stream()
                                .mapToDouble(value -> value)
                                .average()
                                .orElseThrow(),
                        within(1e-6 * reading.largestEigenvalue()));
        assertThat(reading.conditionNumber()).isGreaterThan(1);
        assertThat(reading.alignment()).isBetween(0.0, 1.0);
        assertThat(reading.losses().get(0).loss()).isLessThan(1);
        assertThat(reading.losses().get(reading.losses().size() - 1).loss()).isLessThan(0.1);
        assertThat(reading.stepsToTenth()).isPositive().isFinite();
        assertThat(reading.trained()).isEmpty();
    }

    /** The hidden units' squares are what the last layer gives: eight times as many give about eight times as much. */
    @Test
    void widerHead_hasALargerKernel_chieflyOfItsLastLayer() throws IOException {
        WidthReading narrow = read(recipe(64, 1), 0);
        WidthReading wide = read(recipe(512, 1), 0);
        assertThat(wide.lastLayerShare()).isGreaterThan(narrow.lastLayerShare());
        double gave = narrow.lastLayerShare() * narrow.meanEigenvalue();
        double gives = wide.lastLayerShare() * wide.meanEigenvalue();
        assertThat(gives / gave).isBetween(4.0, 12.0);
    }

    @Test
    void reading_isTheSameAgain_andLeavesNothingAlive() throws IOException {
        WidthReading first = read(recipe(8, 1), 1);
        long before = Libtorch.liveObjects();
        assertThat(read(recipe(8, 1), 1)).isEqualTo(first);
        assertThat(Libtorch.liveObjects()).isEqualTo(before);
    }

    @Test
    void steps_lowerTheLoss_andMoveTheKernel() throws IOException {
        List<Double> progress = new ArrayList<>();
        WidthReading reading = reader(SOURCE, FILMS).read(recipe(64, 1), 3, progress::add);
        WidthReading.Trained trained = reading.trained().orElseThrow();
        assertThat(trained.steps()).isEqualTo(3);
        assertThat(trained.drift()).isPositive();
        assertThat(trained.loss()).isLessThan(1);
        assertThat(trained.foretold()).isLessThan(1).isCloseTo(trained.loss(), within(0.3));
        assertThat(progress).isSorted().endsWith(1.0);
    }

    @Test
    void films_areOfDifferentPatients() {
        List<LabelledFilm> films = new ArrayList<>(ToyFilms.of(20, 0).films());
        for (LabelledFilm film : ToyFilms.of(0, 20).films()) {
            String patient = "sick patient " + film.name().hashCode() % 4;
            films.add(new LabelledFilm(film.name(), film.label(), film.subtype(), patient, Optional.empty()));
        }
        ToyFilms fewSick = new ToyFilms(films, 32, 1, name -> true);
        assertThatThrownBy(() -> reader(fewSick, 14))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("as many as there are patients")
                .hasMessageContaining("PNEUMONIA are missing");
    }

    @Test
    void tooFewFilms_orTooMany_areRefused() {
        refused(SOURCE, 1, "films must be at least 2, were 1");
        refused(SOURCE, 1000, "films must be at most");
    }

    @Test
    void oneClassOnly_isRefused() {
        refused(ToyFilms.of(20, 0), FILMS, "needs PNEUMONIA films");
    }

    @Test
    void denoiser_isRefused() {
        assertThatThrownBy(() -> KernelReader.open(SOURCE, ToyRecipes.denoising(Map.of()), FILMS, 16, Device.CPU))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("read of classifiers");
    }

    @Test
    void filmsWithoutASize_areRefused() {
        assertThatThrownBy(() -> KernelReader.open(SOURCE, recipe(8, 1), FILMS, 0, Device.CPU))
                .hasMessage("size must be at least 1, was 0");
    }

    private static void refused(FilmSource source, int films, String rule) {
        assertThatThrownBy(() -> reader(source, films))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule);
    }

    private static WidthReading read(Recipe recipe, int steps) throws IOException {
        return reader(SOURCE, FILMS).read(recipe, steps, done -> {});
    }

    private static KernelReader reader(FilmSource source, int films) throws IOException {
        return KernelReader.open(source, recipe(8, 1), films, 16, Device.CPU);
    }

    private static Recipe recipe(int hidden, long seed) {
        return ToyRecipes.diagnosis(Map.of("network.hidden", "" + hidden, "seed", "" + seed));
    }
}
