package aerate.training.augmentation;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A random change of films that does not change their label: of where things lie (a coordinate map), of how bright they
 * are, or both. Each film of a batch is drawn for itself.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Affine.class, name = "affine"),
    @JsonSubTypes.Type(value = Exposure.class, name = "exposure"),
})
public sealed interface Augmentation permits Affine, Exposure {
    /**
     * Maps coordinates of the new films to coordinates of the old.
     *
     * @param coordinates {@code N x H x W x 2}, (x, y) in [-1, 1] from edge to edge
     */
    default Tensor coordinates(Tensor coordinates, Generator random) {
        return coordinates;
    }

    /** Whether {@link #coordinates} does anything. */
    boolean geometric();

    /**
     * Changes brightness.
     *
     * @param films {@code N x 1 x H x W} in [0, 1]
     */
    default Tensor brightness(Tensor films, Generator random) {
        return films;
    }

    /**
     * Applies several, interpolating once: their coordinate maps compose first, then brightness changes in order.
     *
     * @param films {@code N x 1 x H x W}, float32 in [0, 1]
     */
    static Tensor apply(List<Augmentation> augmentations, Tensor films, Generator random) {
        Tensor result = films;
        if (augmentations.stream().anyMatch(Augmentation::geometric)) {
            Tensor coordinates = Grid.of(films.size(0), films.size(2), films.size(3));
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
}
