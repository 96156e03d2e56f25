package aerate.report.dicom;

import java.util.List;
import java.util.Objects;

/**
 * What a model says of a film, in plain numbers.
 *
 * @param probability of pneumonia in [0, 1], calibrated
 * @param threshold the operating point: the probability from which a film is called pneumonia, in [0, 1]
 * @param chosen how the operating point was chosen
 * @param unlike whether the film is unlike those that the model knows, so that nobody should believe it
 * @param explainer method of the heat map
 * @param regionLevel share of the map's greatest value from which a place belongs to the region, in (0, 1]
 * @param region where the model sees pneumonia; nowhere if it sees none
 */
public record Finding(
        double probability,
        double threshold,
        String chosen,
        boolean unlike,
        String explainer,
        double regionLevel,
        List<Outline> region) {
    public Finding {
        Objects.requireNonNull(chosen);
        Objects.requireNonNull(explainer);
        region = List.copyOf(region);
        requireShare("probability", probability);
        requireShare("threshold", threshold);
        requireShare("regionLevel", regionLevel);
        if (probability < threshold && !region.isEmpty()) {
            throw new IllegalArgumentException(
                    "a film that is called normal must have no region of pneumonia, had " + region.size() + " parts");
        }
    }

    /** The verdict. */
    boolean isPneumonia() {
        return probability >= threshold;
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
        }
    }
}
