package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.LabelledFilm;
import aerate.film.UnreadableFilmException;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilmCacheTest {
    private static final ToyFilms SOURCE = ToyFilms.of(3, 2);

    @ParameterizedTest
    @ValueSource(ints = {8, 32, 40})
    void values_areTheBytesOfTheResizedFilmOver255(int size) throws UnreadableFilmException {
        FilmCache cache = FilmCache.of(SOURCE, SOURCE.films(), size);
        try (Scope scope = Scope.open()) {
            Tensor values = cache.values(4, 0);
            assertThat(values.shape()).containsExactly(2, 1, size, size);
            float[] expected = new float[2 * size * size];
            for (int n = 0; n < 2; n++) {
                LabelledFilm film = SOURCE.films().get(n == 0 ? 4 : 0);
                byte[] bytes = SOURCE.read(film).resized(size, size).bytes();
                for (int i = 0; i < bytes.length; i++) {
                    expected[n * size * size + i] = (bytes[i] & 0xFF) / 255f;
                }
            }
            assertThat(values.floats()).containsExactly(expected);
        }
    }

    @Test
    void labels_areThoseOfTheFilms() throws UnreadableFilmException {
        FilmCache cache = FilmCache.of(SOURCE, SOURCE.films(), 8);
        try (Scope scope = Scope.open()) {
            assertThat(cache.labels(4, 0, 3, 2).longs()).containsExactly(1, 0, 1, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 33, 70})
    void batches_haveEveryFilmOnceInOrder(int films) throws UnreadableFilmException {
        ToyFilms source = ToyFilms.of(films, 0);
        List<int[]> batches = FilmCache.of(source, source.films(), 2).batches();
        assertThat(batches.stream().flatMapToInt(IntStream::of).toArray())
                .containsExactly(IntStream.range(0, films).toArray());
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, 32));
    }

    @Test
    void unreadableFilm_isNamed() {
        ToyFilms broken = SOURCE.withUnreadable("NORMAL/2");
        assertThatThrownBy(() -> FilmCache.of(broken, broken.films(), 8))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessage("NORMAL/2: a toy must be whole, was broken");
    }
}
