package aerate.network;

import aerate.tensor.Tensor;
import java.util.Optional;

/**
 * What a loss sees of a network.
 *
 * @param scores before softmax, {@code N x classes}
 * @param auxiliary scores of a head part-way through, of the same shape, where the network has one
 */
public record TrainingScores(Tensor scores, Optional<Tensor> auxiliary) {}
