package aerate.training.recipe;

import aerate.film.PatientSplit;
import aerate.network.Architecture;
import aerate.network.AutoEncoder;
import aerate.network.InputTransform;
import aerate.network.UNet;
import aerate.tensor.DataType;
import aerate.training.augmentation.Augmentation;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that defines a training run besides the films and the machine.
 *
 * @param name what the checkpoint is called
 * @param task what is learnt, with its loss
 * @param network the architecture
 * @param start folders of the checkpoints whose weights it starts from: of several their mean (a model soup, Wortsman et
 *     al. 2022, arXiv 2203.05482); drawn at random if there is none
 * @param autoencoder folder of the checkpoint on whose latents it learns, instead of films
 * @param input how films become its input (the auto-encoder's, where there is one), at the size of the last stage
 * @param split which patients serve for training, for choosing, and for neither
 * @param stages sizes and epochs, one after the other (progressive resizing)
 * @param batch films in a step; all training films where there are fewer
 * @param optimizer and its settings
 * @param schedule of the learning rate over the whole run
 * @param augmentation applied to training films in this order; geometric ones compose into one interpolation
 * @param variants augmentations of a film, each encoded once, that epochs take turns with, where there is an auto-encoder;
 *     augmented anew each time if absent
 * @param clip greatest L2 norm of the gradients
 * @param ema decay of the moving average of the weights, in (0, 1); the average is what is validated and kept
 * @param patience epochs of the last stage without improvement after which the run ends early
 * @param precision of convolutions and matrix products
 * @param stored precision of the weights in the checkpoint: {@code float16} halves it; as trained where it is absent
 * @param seed of everything drawn
 */
public record Recipe(
        String name,
        Task task,
        Architecture network,

        @JsonFormat(
                with = {
                    JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                    JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
                })
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> start,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> autoencoder,
        InputTransform input,
        PatientSplit split,
        List<Stage> stages,
        int batch,
        OptimizerChoice optimizer,
        LearningRate schedule,
        List<Augmentation> augmentation,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> variants,
        Optional<Double> clip,
        Optional<Double> ema,
        Optional<Integer> patience,
        PrecisionChoice precision,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<DataType> stored,
        long seed) {
    public Recipe {
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(task, "task is missing");
        Objects.requireNonNull(network, "network is missing");
        Objects.requireNonNull(input, "input is missing");
        Objects.requireNonNull(split, "split is missing");
        Objects.requireNonNull(optimizer, "optimizer is missing");
        Objects.requireNonNull(schedule, "schedule is missing");
        stages = List.copyOf(Objects.requireNonNull(stages, "stages is missing"));
        start = start == null ? List.of() : List.copyOf(start);
        augmentation = augmentation == null ? List.of() : List.copyOf(augmentation);
        precision = precision == null ? PrecisionChoice.AUTO : precision;
        require(!stages.isEmpty(), "stages must not be empty");
        int last = stages.get(stages.size() - 1).size();
        require(last == input.size(), "the last stage must have the input's size " + input.size() + ", had " + last);
        require(batch >= 1, "batch must be at least 1, was " + batch);
        require(
                variants.isEmpty() || (autoencoder.isPresent() && variants.get() >= 1),
                "variants must be at least 1, with an autoencoder, was " + variants.orElse(0));
        require(clip.isEmpty() || clip.get() > 0, "clip must be above 0, was " + clip.orElse(0.0));
        require(ema.isEmpty() || (ema.get() > 0 && ema.get() < 1), "ema must be in (0, 1), was " + ema.orElse(0.0));
        require(patience.isEmpty() || patience.get() >= 1, "patience must be at least 1, was " + patience.orElse(0));
        require(
                autoencoder.isPresent() || network.channels() == 1 || network.channels() == 3,
                "network.channels must be 1 or 3, was " + network.channels());
        require(
                autoencoder.isEmpty() || (network instanceof UNet.Shape && stages.size() == 1),
                "an autoencoder goes with a U-Net and a single stage, were " + network + " and " + stages);
        require(
                stored.isEmpty() || stored.get() == DataType.FLOAT16 || stored.get() == DataType.FLOAT32,
                "stored must be float16 or float32, was "
                        + stored.map(DataType::name).orElse(""));
        input.requireFit(network.channels());
        task.requireFit(network);
        if (!(network instanceof Architecture.Classifier)) {
            require(
                    input.spansMinusOneToOne(),
                    "the input of a network that gives films must have mean 0.5 and deviation 0.5, had " + input.mean()
                            + " and " + input.deviation());
        }
        if (network instanceof AutoEncoder.Shape encoder) {
            require(
                    stages.stream().allMatch(stage -> stage.size() % encoder.stride() == 0),
                    "every stage's size must be a multiple of the auto-encoder's stride " + encoder.stride() + ", were "
                            + stages);
        }
        if (network instanceof UNet.Shape unet && autoencoder.isEmpty()) {
            require(
                    stages.stream().allMatch(stage -> stage.size() == unet.size()),
                    "every stage must have the U-Net's size " + unet.size() + ", were " + stages);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
