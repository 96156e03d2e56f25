package aerate.training.augmentation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a strength is drawn from, uniformly; {@code [low, high]} in a recipe.
 *
 * @param low least value, finite
 * @param high greatest value, finite and at least {@code low}
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"low", "high"})
public record Range(double low, double high) {
    public Range {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "a range must go from a finite number to one not below it, was [" + low + ", " + high + "]");
        }
    }

    /** The value at a draw from [0, 1). */
    double at(double draw) {
        return low + draw * (high - low);
    }

    @Override
    public String toString() {
        return "[" + low + ", " + high + "]";
    }
}
