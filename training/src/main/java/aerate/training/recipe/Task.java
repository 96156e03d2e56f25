package aerate.training.recipe;

import aerate.diffusion.NoiseKind;
import aerate.diffusion.NoiseSchedule;
import aerate.diffusion.Parameterization;
import aerate.film.Label;
import aerate.network.Architecture;
import aerate.network.AutoEncoder;
import aerate.network.UNet;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a network learns. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Task.Diagnosis.class, name = "diagnosis"),
    @JsonSubTypes.Type(value = Task.Denoising.class, name = "denoising"),
    @JsonSubTypes.Type(value = Task.Reconstruction.class, name = "reconstruction"),
})
public sealed interface Task {
    /** The labels of the films that serve for this; films of others are left out. */
    Set<Label> labels();

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
     * @param wanted sensitivity that the operating point is to keep, in (0, 1); {@value #SENSITIVITY} where it is absent
     */
    record Diagnosis(
            double labelSmoothing,
            boolean balanced,
            @JsonProperty("sensitivity") Optional<Double> wanted) implements Task {
        private static final double SENSITIVITY = 0.975;

        public Diagnosis {
            if (!(wanted.orElse(SENSITIVITY) > 0 && wanted.orElse(SENSITIVITY) < 1)) {
                throw new IllegalArgumentException("sensitivity must be in (0, 1), was " + wanted.orElse(SENSITIVITY));
            }
            if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
                throw new IllegalArgumentException("labelSmoothing must be in [0, 1), was " + labelSmoothing);
            }
        }

        /** The sensitivity that the operating point is to keep. */
        public double sensitivity() {
            return wanted.orElse(SENSITIVITY);
        }

        @Override
        public Set<Label> labels() {
            return EnumSet.allOf(Label.class);
        }

        @Override
        public void requireFit(Architecture network) {
            if (!(network instanceof Architecture.Classifier classifier)) {
                throw new IllegalArgumentException("a diagnosis is learnt by a classifier, not by " + network);
            }
            if (classifier.classes() != labels().size()) {
                throw new IllegalArgumentException("a diagnosis tells " + labels() + " apart: network.classes must be "
                        + labels().size() + ", was " + classifier.classes());
            }
        }
    }

    /**
     * To predict the noise in films, or what it follows from (Ho et al. 2020, Algorithm 1): of healthy patients only
     * (AnoDDPM), or of both classes with the class told (Ho &amp; Salimans 2022).
     *
     * @param schedule {@code linear} or {@code cosine}
     * @param steps T, the number of noise levels
     * @param zeroTerminal whether nothing is left of a film at level T; not where it is absent
     * @param prediction what the network gives; the noise where it is absent
     * @param minSnr γ of min-SNR weighting, above 0; all levels weigh the same where it is absent
     * @param noise what the noise looks like; Gaussian where it is absent
     * @param untold share of films whose class the network is not told, in [0, 1]; where it is absent, it learns from healthy
     *     films alone and is told of none
     */
    record Denoising(
            String schedule,
            int steps,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> zeroTerminal,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Parameterization> prediction,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Double> minSnr,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<NoiseKind> noise,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Double> untold)
            implements Task {
        public Denoising {
            Objects.requireNonNull(schedule, "schedule is missing");
            NoiseSchedule.named(schedule, steps); // checks both
            require(
                    !zeroTerminal.orElse(false)
                            || prediction.orElse(Parameterization.NOISE) == Parameterization.VELOCITY,
                    "a schedule with zeroTerminal needs the prediction velocity, was noise");
            require(minSnr.orElse(1.0) > 0, "minSnr must be above 0, was " + minSnr.orElse(0.0));
            require(
                    untold.orElse(0.0) >= 0 && untold.orElse(0.0) <= 1,
                    "untold must be in [0, 1], was " + untold.orElse(0.0));
        }

        private static void require(boolean holds, String rule) {
            if (!holds) {
                throw new IllegalArgumentException(rule);
            }
        }

        /** ᾱ of every level. */
        public NoiseSchedule noiseSchedule() {
            NoiseSchedule named = NoiseSchedule.named(schedule, steps);
            return zeroTerminal.orElse(false) ? named.zeroTerminal() : named;
        }

        @Override
        public Set<Label> labels() {
            return untold.isPresent() ? EnumSet.allOf(Label.class) : EnumSet.of(Label.NORMAL);
        }

        @Override
        public void requireFit(Architecture network) {
            if (!(network instanceof UNet.Shape unet)) {
                throw new IllegalArgumentException("denoising is learnt by a U-Net, not by " + network);
            }
            int told = untold.isPresent() ? labels().size() : 0;
            require(
                    unet.classes().orElse(0) == told,
                    "network.classes must be " + told + " for this task, were "
                            + unet.classes().orElse(0));
        }
    }

    /**
     * To restore films from a few numbers.
     *
     * @param structure weight of 1 − SSIM beside the mean absolute error of brightness, at least 0
     * @param divergence weight of the latents' KL divergence from the standard normal, at least 0
     */
    record Reconstruction(double structure, double divergence) implements Task {
        public Reconstruction {
            if (!(structure >= 0)) {
                throw new IllegalArgumentException("structure must be at least 0, was " + structure);
            }
            if (!(divergence >= 0)) {
                throw new IllegalArgumentException("divergence must be at least 0, was " + divergence);
            }
        }

        @Override
        public Set<Label> labels() {
            return EnumSet.allOf(Label.class);
        }

        @Override
        public void requireFit(Architecture network) {
            if (!(network instanceof AutoEncoder.Shape)) {
                throw new IllegalArgumentException("reconstruction is learnt by an auto-encoder, not by " + network);
            }
        }
    }
}
