package aerate.reading.diagnosis;

/**
 * Whether a film is like those that the model learnt from: one that is not (a hand, a lateral view, a photograph) gets a
 * probability as any other does, but nobody should believe it.
 *
 * @param distance in the model's features to the films that it learnt from, in [0, 2]
 * @param share of like films that lie at least as far, in (0, 1]: a conformal p-value
 * @param unlike whether that share is at most {@value #RARE}; of like films that many are called so by mistake
 */
public record Typicality(double distance, double share, boolean unlike) {
    /** The share from which a film counts as unlike. */
    public static final double RARE = 0.01;

    public Typicality {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in (0, 1], was " + share);
        }
        if (unlike != share <= RARE) {
            throw new IllegalArgumentException(
                    "unlike must be " + !unlike + " at a share of " + share + " and a limit of " + RARE);
        }
    }

    static Typicality of(double distance, double share) {
        return new Typicality(distance, share, share <= RARE);
    }
}
