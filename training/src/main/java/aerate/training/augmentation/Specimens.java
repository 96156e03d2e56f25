package aerate.training.augmentation;

import aerate.film.Film;
import aerate.tensor.DataType;
import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * What augmentations make of a film, for people to look at.
 *
 * @param film as training reads it: resized, 8 bits
 * @param seed same seed, same films
 */
public record Specimens(Film film, long seed) {
    /** Of a film at the size that a network sees. */
    public static Specimens of(Film film, int size, long seed) {
        return new Specimens(film.resized(size, size), seed);
    }

    /** What training may see of the film: each augmentation with its probability. */
    public List<Film> drawn(List<Augmentation> augmentations, int count) {
        return changed(count, (films, random) -> Augmentation.apply(augmentations, films, random));
    }

    /** What one augmentation does, in every film. */
    public List<Film> alone(Augmentation augmentation, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Specimens(film, seed + i)
                        .changed(1, (one, random) -> Augmentation.applyAll(List.of(augmentation), one, random))
                        .get(0))
                .toList();
    }

    private List<Film> changed(int count, BiFunction<Tensor, Generator, Tensor> change) {
        int width = film.width();
        int height = film.height();
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(seed)) {
            Tensor one = Tensors.of(film.bytes(), 1, 1, height, width)
                    .to(DataType.FLOAT32)
                    .over(255);
            Tensor films = change.apply(one.plus(Tensors.zeros(count, 1, 1, 1)), random);
            return IntStream.range(0, count)
                    .mapToObj(i -> film.withValues(films.select(0, i).floats()))
                    .toList();
        }
    }
}
