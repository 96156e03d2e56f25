package aerate.training.recipe;

import aerate.network.Architecture;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/** What a network learns. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Task.Diagnosis.class, name = "diagnosis"),
    @JsonSubTypes.Type(value = Task.Denoising.class, name = "denoising"),
})
public sealed interface Task {
    /**
     * Checks that a network can learn this.
     *
     * @throws IllegalArgumentException if not
     */
    void requireFit(Architecture network);

    /**
     * To tell the classes of {@link aerate.film.Label} apart, by cross-entropy.
     *
     * @param labelSmoothing share of each label spread over all classes, in [0, 1)
     * @param balanced whether classes weigh the same, however many films each has
     */
    record Diagnosis(double labelSmoothing, boolean balanced) implements Task {
        public Diagnosis {
            if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
                throw new IllegalArgumentException("labelSmoothing must be in [0, 1), was " + labelSmoothing);
            }
        }

        @Override
        public void requireFit(Architecture network) {
            if (!(network instanceof Architecture.Classifier)) {
                throw new IllegalArgumentException("a diagnosis is learnt by a classifier, not by " + network);
            }
        }
    }

    /**
     * To predict the noise in films of healthy patients (Ho et al. 2020, Algorithm 1; AnoDDPM).
     *
     * @param schedule {@code linear} or {@code cosine}
     * @param steps T, the number of noise levels
     */
    record Denoising(String schedule, int steps) implements Task {
        public Denoising {
            Objects.requireNonNull(schedule, "schedule is missing");
            if (steps < 2) {
                throw new IllegalArgumentException("steps must be at least 2, was " + steps);
            }
        }

        @Override
        public void requireFit(Architecture network) {
            if (network instanceof Architecture.Classifier) {
                throw new IllegalArgumentException("denoising is learnt by a U-Net, not by " + network);
            }
        }
    }
}
