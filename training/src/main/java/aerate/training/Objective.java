package aerate.training;

import aerate.film.LabelledFilm;
import aerate.network.Familiarity;
import aerate.network.Manifest;
import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.layer.ParameterTree;
import aerate.training.metrics.Prediction;
import aerate.training.recipe.Task;
import java.util.List;
import java.util.Optional;

/** What a run minimises, and how its result is judged. */
interface Objective {
    /** Of a task, on the films that are learnt from. */
    static Objective of(Task task, List<LabelledFilm> training) {
        if (task instanceof Task.Diagnosis diagnosis) {
            return new DiagnosisObjective(diagnosis, training);
        }
        if (task instanceof Task.Reconstruction reconstruction) {
            return new ReconstructionObjective(reconstruction);
        }
        return new DenoisingObjective((Task.Denoising) task);
    }

    /**
     * The loss of a batch, one element.
     *
     * @param films {@code N x channels x H x W}, transformed for the network
     * @param labels {@code N}, int64
     */
    Tensor loss(ParameterTree network, Tensor films, Tensor labels, Generator random);

    /** Names of the class scores in order; none for a network that gives none. */
    List<String> classes();

    /** The diffusion that the network is trained for, if it is. */
    Optional<Manifest.Noise> noise();

    /**
     * Judges a network on films that it does not learn from.
     *
     * @throws IllegalStateException if its loss on them is not finite
     */
    Score validate(ParameterTree network, FilmCache films, Inputs inputs);

    /**
     * What a network says of films; nothing if the task does not tell them apart.
     *
     * @param judged how it did on the validation films, whose calibration applies
     */
    List<Prediction> predict(ParameterTree network, FilmCache films, Inputs inputs, Score judged);

    /**
     * What tells films that the network should not judge; nothing if the task has no use for it.
     *
     * @param training films that the network learns from
     * @param validation films that it does not
     */
    Optional<Familiarity> familiarity(ParameterTree network, FilmCache training, FilmCache validation, Inputs inputs);

    /**
     * The loss itself, as long as training has not diverged.
     *
     * @param where it arose
     * @throws IllegalStateException if it is infinite or not a number
     */
    static double requireFinite(double loss, String where) {
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException("the loss must stay finite, was " + loss + " " + where
                    + ": a lower learning rate, or clip, may help");
        }
        return loss;
    }
}
