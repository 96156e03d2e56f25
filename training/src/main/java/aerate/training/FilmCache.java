package aerate.training;

import aerate.film.FilmSource;
import aerate.film.LabelledFilm;
import aerate.film.UnreadableFilmException;
import aerate.tensor.DataType;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** Films decoded once and kept at one size, 8 bits a pixel. */
final class FilmCache {
    private static final int BATCH = 32;

    private final List<LabelledFilm> films;
    private final int size;
    private final byte[][] pixels;

    private FilmCache(List<LabelledFilm> films, int size, byte[][] pixels) {
        this.films = films;
        this.size = size;
        this.pixels = pixels;
    }

    /**
     * Decodes films, on all threads of the common pool.
     *
     * @throws UnreadableFilmException naming a film that cannot be read
     */
    static FilmCache of(FilmSource source, List<LabelledFilm> films, int size) throws UnreadableFilmException {
        byte[][] pixels = new byte[films.size()][];
        try {
            IntStream.range(0, films.size()).parallel().forEach(i -> {
                try {
                    pixels[i] = source.read(films.get(i)).resized(size, size).bytes();
                } catch (UnreadableFilmException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof UnreadableFilmException unreadable) {
                throw unreadable;
            }
            throw e;
        }
        return new FilmCache(films, size, pixels);
    }

    int count() {
        return films.size();
    }

    List<LabelledFilm> films() {
        return films;
    }

    /** At most {@code count} of them, evenly spread over their order. */
    FilmCache some(int count) {
        int kept = Math.min(count, count());
        int[] indices = IntStream.range(0, kept)
                .map(i -> (int) ((long) i * count() / kept))
                .toArray();
        return new FilmCache(
                IntStream.of(indices).mapToObj(films::get).toList(),
                size,
                IntStream.of(indices).mapToObj(i -> pixels[i]).toArray(byte[][]::new));
    }

    /** The indices of all films, in order, in batches to validate by. */
    List<int[]> batches() {
        return IntStream.iterate(0, from -> from < count(), from -> from + BATCH)
                .mapToObj(from ->
                        IntStream.range(from, Math.min(count(), from + BATCH)).toArray())
                .toList();
    }

    /** Brightness of some films in [0, 1]: {@code N x 1 x size x size}. */
    Tensor values(int... indices) {
        byte[] joined = new byte[indices.length * size * size];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(pixels[indices[i]], 0, joined, i * size * size, size * size);
        }
        return Tensors.of(joined, indices.length, 1, size, size)
                .to(DataType.FLOAT32)
                .over(255);
    }

    /** Classes of some films, int64 {@code N}. */
    Tensor labels(int... indices) {
        return Tensors.of(
                IntStream.of(indices)
                        .mapToLong(index -> films.get(index).label().index())
                        .toArray(),
                indices.length);
    }
}
