package aerate.training.augmentation;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A random change of films that does not change their label: of where things lie (a coordinate map), of how bright they
 * are, or both. Each film of a batch is drawn for itself.
 *
 * <p>Where the composed map leads out of a film, the film's border continues. (Albumentations 1.3.1 mirrors there and 2.0.8
 * puts black, which no film has: a second shoulder, or a frame that tells how far it was moved.)
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Affine.class, name = "affine"),
    @JsonSubTypes.Type(value = Elastic.class, name = "elastic"),
    @JsonSubTypes.Type(value = GridDistortion.class, name = "grid-distortion"),
    @JsonSubTypes.Type(value = OpticalDistortion.class, name = "optical-distortion"),
    @JsonSubTypes.Type(value = Stretch.class, name = "stretch"),
    @JsonSubTypes.Type(value = Exposure.class, name = "exposure"),
    @JsonSubTypes.Type(value = Noise.class, name = "noise"),
    @JsonSubTypes.Type(value = Blur.class, name = "blur"),
    @JsonSubTypes.Type(value = Sharpening.class, name = "sharpening"),
    @JsonSubTypes.Type(value = Clahe.class, name = "clahe"),
    @JsonSubTypes.Type(value = CoarseDropout.class, name = "coarse-dropout"),
    @JsonSubTypes.Type(value = Collimation.class, name = "collimation"),
    @JsonSubTypes.Type(value = SomeOf.class, name = "some-of"),
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public sealed interface Augmentation
        permits Affine,
                Elastic,
                GridDistortion,
                OpticalDistortion,
                Stretch,
                Exposure,
                Noise,
                Blur,
                Sharpening,
                Clahe,
                CoarseDropout,
                Collimation,
                SomeOf {
    /** In which share of the films it happens, in [0, 1]; in all where it is absent. */
    Optional<Double> probability();

    /**
     * Maps coordinates of the new films to coordinates of the old.
     *
     * @param coordinates {@code N x H x W x 2}, (x, y) in [-1, 1] from edge to edge; N is 1 unless {@link #batchwise}
     */
    default Tensor coordinates(Tensor coordinates, Generator random) {
        return coordinates;
    }

    /** Whether {@link #coordinates} does anything. */
    boolean geometric();

    /**
     * Changes brightness.
     *
     * @param films {@code N x 1 x H x W} in [0, 1]; N is 1 unless {@link #batchwise}
     */
    default Tensor brightness(Tensor films, Generator random) {
        return films;
    }

    /** Whether it happens to every film and draws for all films of a batch at once. */
    default boolean batchwise() {
        return false;
    }

    /** What of it happens to one film: nothing, itself, or some of its parts. */
    default List<Augmentation> drawn(Generator random) {
        return happens(probability(), random) ? List.of(this) : List.of();
    }

    /** Itself, or what it draws from. */
    default List<Augmentation> parts() {
        return List.of(this);
    }

    /**
     * Applies several, interpolating once: their coordinate maps compose first, then brightness changes in order.
     *
     * @param films {@code N x 1 x H x W}, float32 in [0, 1]
     */
    static Tensor apply(List<Augmentation> augmentations, Tensor films, Generator random) {
        if (augmentations.stream().allMatch(Augmentation::batchwise)) {
            return applyAll(augmentations, films, random);
        }
        Tensor grid = Grid.of(1, films.size(2), films.size(3));
        return Tensors.concatenate(
                0,
                IntStream.range(0, (int) films.size(0))
                        .mapToObj(i -> applyDrawn(augmentations, films.narrow(0, i, 1), grid, random))
                        .toArray(Tensor[]::new));
    }

    /** In a scope of its own: with their maps, a batch's films would hold some 10 MB each until the step ends. */
    private static Tensor applyDrawn(List<Augmentation> augmentations, Tensor film, Tensor grid, Generator random) {
        try (Scope scope = Scope.open()) {
            List<Augmentation> drawn = augmentations.stream()
                    .flatMap(augmentation -> augmentation.drawn(random).stream())
                    .toList();
            return scope.keep(applyAll(drawn, film, grid, random));
        }
    }

    /** As {@link #apply}, whatever their probabilities. */
    static Tensor applyAll(List<Augmentation> augmentations, Tensor films, Generator random) {
        return applyAll(augmentations, films, Grid.of(films.size(0), films.size(2), films.size(3)), random);
    }

    private static Tensor applyAll(List<Augmentation> augmentations, Tensor films, Tensor grid, Generator random) {
        Tensor result = films;
        if (augmentations.stream().anyMatch(Augmentation::geometric)) {
            Tensor coordinates = grid;
            // The last map applied to the film is the first that the new film's coordinates go back through.
            for (int i = augmentations.size() - 1; i >= 0; i--) {
                coordinates = augmentations.get(i).coordinates(coordinates, random);
            }
            result = Functions.sampleGrid(films, coordinates);
        }
        for (Augmentation augmentation : augmentations) {
            result = augmentation.brightness(result, random);
        }
        return result.clamp(0, 1);
    }

    /** Whether something of this probability happens, this time. */
    static boolean happens(Optional<Double> probability, Generator random) {
        return probability.isEmpty() || random.uniform(1).item() < probability.get();
    }
}
