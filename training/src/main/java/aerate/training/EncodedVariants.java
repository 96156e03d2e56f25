package aerate.training;

import aerate.tensor.DataType;
import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All films in a few augmentations each, encoded once and kept as latents of 16 bits; epochs take turns. For a small denoiser
 * the auto-encoder costs half as much as the step itself.
 *
 * <p>A variant is encoded whole, in the order of the films, so that a resumed run has the same to the bit.
 */
final class EncodedVariants implements Showing {
    private final Run run;
    private final FilmCache films;
    private final Tensor[] latents; // of each variant N x C x h x w, null until an epoch wants it

    EncodedVariants(Run run, FilmCache films, int count) {
        this.run = run;
        this.films = films;
        this.latents = new Tensor[count];
    }

    @Override
    public Epoch epoch(int number) {
        int variant = number % latents.length;
        if (latents[variant] == null) {
            latents[variant] = encoded(variant);
        }
        return (random, indices) -> some(latents[variant], indices);
    }

    private Tensor some(Tensor encoded, int... indices) {
        long[] wanted = Arrays.stream(indices).asLongStream().toArray();
        Tensor chosen = Tensors.of(wanted, wanted.length).to(run.inputs().device());
        return encoded.gather(0, chosen).to(DataType.FLOAT32);
    }

    private Tensor encoded(int variant) {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(Seeds.of(run.recipe().seed(), 3, variant))) {
            return scope.keep(Tensors.concatenate(
                    0,
                    films.batches().stream()
                            .map(batch -> encoded(random, batch))
                            .toArray(Tensor[]::new)));
        }
    }

    private Tensor encoded(Generator random, int... batch) {
        try (Scope scope = Scope.open()) {
            return scope.keep(Showing.augmented(run, films, random, batch).to(DataType.FLOAT16));
        }
    }

    @Override
    public void close() {
        Stream.of(latents).filter(Objects::nonNull).forEach(Tensor::close);
    }
}
