package aerate.training.calibration;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The threshold with the greatest sensitivity + specificity (Youden 1950). */
public final class Youden {
    private Youden() {}

    /**
     * The best threshold, in the middle between the two neighbouring probabilities; 0.5 where none is better than calling
     * all films the same, as with films of one class.
     *
     * @param probabilities of being sick
     * @param sick the truth
     */
    public static double threshold(double[] probabilities, boolean[] sick) {
        List<Integer> falling = IntStream.range(0, sick.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer film) -> -probabilities[film]))
                .toList();
        long positives =
                IntStream.range(0, sick.length).filter(film -> sick[film]).count();
        long negatives = sick.length - positives;
        long best = 0;
        double threshold = 0.5;
        // Sensitivity + specificity − 1 of calling sick the films so far, times positives times negatives.
        long index = 0;
        for (int rank = 0; rank + 1 < falling.size(); rank++) {
            int film = falling.get(rank);
            index += sick[film] ? negatives : -positives;
            double here = probabilities[film];
            double next = probabilities[falling.get(rank + 1)];
            if (here > next && index > best) {
                best = index;
                threshold = (here + next) / 2;
            }
        }
        return threshold;
    }
}
