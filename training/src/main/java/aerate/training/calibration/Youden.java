package aerate.training.calibration;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The threshold of greatest sensitivity + specificity (Youden 1950). */
public final class Youden {
    private Youden() {}

    /**
     * The best threshold, in the middle between the two neighbouring probabilities; 0.5 where the films have one class.
     *
     * @param probabilities of being sick
     * @param sick the truth
     */
    public static double threshold(double[] probabilities, boolean[] sick) {
        List<Integer> falling = IntStream.range(0, sick.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -probabilities[i]))
                .toList();
        long positives = IntStream.range(0, sick.length).filter(i -> sick[i]).count();
        long negatives = sick.length - positives;
        double best = 0;
        double threshold = 0.5;
        double sum = 0; // true positive rate − false positive rate of calling sick the films before this one
        for (int rank = 0; rank + 1 < falling.size(); rank++) {
            int film = falling.get(rank);
            sum += sick[film] ? 1.0 / positives : -1.0 / negatives;
            double here = probabilities[film];
            double next = probabilities[falling.get(rank + 1)];
            if (here > next && sum > best) {
                best = sum;
                threshold = (here + next) / 2;
            }
        }
        return threshold;
    }
}
