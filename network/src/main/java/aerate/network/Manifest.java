package aerate.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code checkpoint.json} says of the weights beside it: all that inference needs, and where they came from.
 *
 * @param format version of this layout
 * @param name what reports call the model
 * @param architecture the network that the weights fill
 * @param input how films become its input
 * @param classes names of the class scores, in order; empty for a network that gives none
 * @param calibration of the class scores
 * @param operatingPoint where a probability becomes a verdict
 * @param noise the diffusion that a denoiser was trained for
 * @param provenance recipe, data, code and machine that made it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Manifest(
        int format,
        String name,
        Architecture architecture,
        InputTransform input,
        List<String> classes,
        Optional<Calibration> calibration,
        Optional<OperatingPoint> operatingPoint,
        Optional<Noise> noise,
        Map<String, Object> provenance) {
    /** The layout that this version writes and reads. */
    public static final int FORMAT = 1;

    public Manifest {
        if (format != FORMAT) {
            throw new IllegalArgumentException("format must be " + FORMAT + ", was " + format);
        }
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(architecture, "architecture is missing");
        Objects.requireNonNull(input, "input is missing").requireFit(architecture.channels());
        classes = List.copyOf(Objects.requireNonNull(classes, "classes is missing"));
        provenance = Map.copyOf(Objects.requireNonNull(provenance, "provenance is missing"));
    }

    /** The same, calibrated anew. */
    public Manifest calibrated(
            Optional<Calibration> otherCalibration,
            Optional<OperatingPoint> otherPoint,
            Map<String, Object> otherProvenance) {
        return new Manifest(
                format, name, architecture, input, classes, otherCalibration, otherPoint, noise, otherProvenance);
    }

    /**
     * Temperature scaling (Guo et al. 2017): logits are divided by it before softmax.
     *
     * @param temperature above 0; 1 changes nothing
     */
    public record Calibration(double temperature) {
        public Calibration {
            if (!(temperature > 0)) {
                throw new IllegalArgumentException("calibration.temperature must be above 0, was " + temperature);
            }
        }
    }

    /**
     * The probability from which a film is called pneumonia.
     *
     * @param threshold in [0, 1]
     * @param chosen how, and on which films
     */
    public record OperatingPoint(double threshold, String chosen) {
        public OperatingPoint {
            if (!(threshold >= 0 && threshold <= 1)) {
                throw new IllegalArgumentException("operatingPoint.threshold must be in [0, 1], was " + threshold);
            }
        }
    }

    /**
     * A diffusion's noise.
     *
     * @param schedule {@code linear} or {@code cosine}
     * @param steps T, its number of levels
     * @param zeroTerminal whether nothing is left of a film at level T; not where it is absent
     * @param prediction what the network gives, {@code NOISE} or {@code VELOCITY}; the noise where it is absent
     * @param kind of the noise, {@code GAUSSIAN}, {@code SIMPLEX} or {@code SIMPLEX_ORIGINAL}; Gaussian where it is absent
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Noise(
            String schedule,
            int steps,
            Optional<Boolean> zeroTerminal,
            Optional<String> prediction,
            Optional<String> kind) {
        public Noise {
            Objects.requireNonNull(schedule, "noise.schedule is missing");
            if (steps < 1) {
                throw new IllegalArgumentException("noise.steps must be at least 1, was " + steps);
            }
        }

        /** Gaussian, of a network that gives it. */
        public Noise(String schedule, int steps) {
            this(schedule, steps, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
