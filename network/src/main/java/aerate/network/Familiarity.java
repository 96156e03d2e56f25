package aerate.network;

import aerate.tensor.DataType;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.ParameterTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far a film lies from those that a network learnt from: its distance to the k-th nearest of these, in the network's
 * own {@linkplain Network#embedding embedding} (Sun et al. 2022, arXiv 2204.06507), and where that distance ranks among
 * those of films that were held out.
 *
 * <p>The rank is a conformal p-value: of new films that are like the held-out ones a share of at most s ranks at s or
 * below, whatever the network.
 */
public final class Familiarity extends ParameterTree {
    /** k. */
    public static final int NEIGHBOURS = 10;

    private final Tensor known; // B x K, of unit length
    private final Tensor distances; // n, rising

    private Familiarity(Tensor known, Tensor distances) {
        this.known = buffer("known", known);
        this.distances = buffer("distances", distances);
    }

    /**
     * Of embeddings of films that the network learnt from, and of films that it did not.
     *
     * @param known {@code B x K}
     * @param heldOut {@code n x K}
     * @throws IllegalArgumentException if there are fewer than k known films, or none held out
     */
    public static Familiarity of(Tensor known, Tensor heldOut) {
        if (known.size(0) < NEIGHBOURS || heldOut.size(0) < 1) {
            throw new IllegalArgumentException("familiarity needs at least " + NEIGHBOURS
                    + " known films and one held out, had " + known.size(0) + " and " + heldOut.size(0));
        }
        float[] distances = distances(known, heldOut);
        Arrays.sort(distances);
        return new Familiarity(known.to(DataType.FLOAT32).copy(), Tensors.of(distances, distances.length));
    }

    /**
     * The same known films, ranked among others held out.
     *
     * @param heldOut {@code n x K}, n at least 1
     */
    public Familiarity against(Tensor heldOut) {
        return of(known, heldOut);
    }

    /** Of what was saved: the tensors {@code known} and {@code distances}. */
    static Familiarity ofSaved(Tensor known, Tensor distances) {
        if (known.rank() != 2 || distances.rank() != 1 || known.size(0) < NEIGHBOURS || distances.size(0) < 1) {
            throw new IllegalArgumentException("known must be a matrix of at least " + NEIGHBOURS
                    + " rows and distances a vector, were " + Arrays.toString(known.shape()) + " and "
                    + Arrays.toString(distances.shape()));
        }
        return new Familiarity(known, distances);
    }

    /**
     * Where films rank.
     *
     * @param embeddings {@code N x K}
     * @return for each of the N films
     */
    public List<Rank> rank(Tensor embeddings) {
        float[] reference = distances.floats();
        List<Rank> ranks = new ArrayList<>();
        for (float distance : distances(known, embeddings)) {
            int found = Arrays.binarySearch(reference, distance);
            int nearer = found < 0 ? -found - 1 : found;
            ranks.add(new Rank(distance, (reference.length - nearer + 1.0) / (reference.length + 1)));
        }
        return ranks;
    }

    /**
     * Where a film ranks.
     *
     * @param distance Euclidean, of unit vectors to the k-th nearest, in [0, 2]
     * @param share of like films, this one included, that lie at least as far, in (0, 1]
     */
    public record Rank(double distance, double share) {}

    /** Distance of each film to its k-th nearest known one. */
    private static float[] distances(Tensor known, Tensor films) {
        try (Gradients off = Gradients.off()) {
            // In doubles: of vectors that lie close, 2 − 2 cos would be rounding alone.
            Tensor cosines =
                    films.to(DataType.FLOAT64).matmul(known.to(DataType.FLOAT64).transpose(0, 1)); // N x B
            Tensor squares = cosines.times(-2).plus(2).to(DataType.FLOAT32);
            float[] rows = squares.floats();
            int count = (int) known.size(0);
            float[] distances = new float[(int) films.size(0)];
            for (int film = 0; film < distances.length; film++) {
                float[] row = Arrays.copyOfRange(rows, film * count, (film + 1) * count);
                Arrays.sort(row);
                distances[film] = (float) Math.sqrt(Math.max(0, row[NEIGHBOURS - 1]));
            }
            return distances;
        }
    }
}
