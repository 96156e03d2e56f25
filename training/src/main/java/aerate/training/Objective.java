package aerate.training;

import aerate.film.LabelledFilm;
import aerate.network.Manifest;
import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.layer.ParameterTree;
import java.util.List;
import java.util.Optional;

/** What a run minimises, and how its result is judged. */
interface Objective {
    /** Those of the given films that this learns from. */
    List<LabelledFilm> serving(List<LabelledFilm> films);

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

    /** Judges a network on films that it does not learn from. */
    Score validate(ParameterTree network, FilmCache films, Inputs inputs);
}
