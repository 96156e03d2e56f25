package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedFilmTest {
    private static final int SIZE = 4;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 8, 11})
    void chunks_areWholeButTheLast_andJoinToAll(int count) {
        List<NamedFilm> films = NamedFilm.of(
                IntStream.range(0, count).mapToObj(i -> Path.of(i + ".png")).toList());
        List<List<NamedFilm>> chunks = NamedFilm.chunks(films, SIZE);
        assertThat(chunks.stream().flatMap(List::stream)).containsExactlyElementsOf(films);
        assertThat(chunks).hasSize((count + SIZE - 1) / SIZE).allMatch(chunk -> chunk.size() <= SIZE);
    }
}
