package aerate.training.metrics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The verdicts of several runs of one recipe, which differ in their seed alone, on the same films. Intervals are 95 %, by a
 * bootstrap that draws patients (each with all of their films) and runs, both with replacement: a figure would be another
 * with other patients, and with another seed. With three runs the second part is a rough estimate.
 */
public final class Repeats {
    private static final int RESAMPLES = 2000;

    private final int[] films; // of each patient
    private final int[][] correct; // runs x patients: films called what they are

    /**
     * Of verdicts.
     *
     * @param patients of the films
     * @param verdicts of each run on each film: whether it is called what it is
     * @throws IllegalArgumentException without runs, or if one has not a verdict for every film
     */
    public Repeats(List<String> patients, List<boolean[]> verdicts) {
        if (verdicts.isEmpty() || verdicts.stream().anyMatch(run -> run.length != patients.size())) {
            throw new IllegalArgumentException("there must be runs with a verdict for each of " + patients.size()
                    + " films, were "
                    + verdicts.stream().map(run -> run.length).toList());
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        patients.forEach(patient -> numbers.putIfAbsent(patient, numbers.size()));
        films = new int[numbers.size()];
        correct = new int[verdicts.size()][numbers.size()];
        for (int film = 0; film < patients.size(); film++) {
            int patient = numbers.getOrDefault(patients.get(film), 0);
            films[patient]++;
            for (int run = 0; run < correct.length; run++) {
                correct[run][patient] += verdicts.get(run)[film] ? 1 : 0;
            }
        }
    }

    /** Mean share of films that are called what they are. */
    public Estimate accuracy(long seed) {
        double[] drawn = resamples(seed, random -> accuracy(patients(random), runs(random)));
        return estimate(accuracy(once(films.length), once(correct.length)), drawn);
    }

    /**
     * How much more that is than of other runs on the same films; the patients are drawn once for both.
     *
     * @throws IllegalArgumentException if the others have other films
     */
    public Estimate gainOver(Repeats before, long seed) {
        if (!Arrays.equals(films, before.films)) {
            throw new IllegalArgumentException("runs can only be compared on the same films");
        }
        double[] drawn = resamples(seed, random -> {
            int[] patients = patients(random);
            return accuracy(patients, runs(random)) - before.accuracy(patients, before.runs(random));
        });
        int[] everyPatient = once(films.length);
        double gain = accuracy(everyPatient, once(correct.length))
                - before.accuracy(everyPatient, once(before.correct.length));
        return estimate(gain, drawn);
    }

    private interface Figure {
        double of(SplittableRandom random);
    }

    private static double[] resamples(long seed, Figure figure) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, RESAMPLES)
                .mapToDouble(i -> figure.of(random))
                .sorted()
                .toArray();
    }

    private static Estimate estimate(double value, double... sorted) {
        return new Estimate(value, Bootstrap.percentile(sorted, 0.025), Bootstrap.percentile(sorted, 0.975));
    }

    private int[] patients(SplittableRandom random) {
        return drawn(films.length, random);
    }

    private int[] runs(SplittableRandom random) {
        return drawn(correct.length, random);
    }

    /** How often each is drawn. */
    private static int[] drawn(int count, SplittableRandom random) {
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            drawn[random.nextInt(count)]++;
        }
        return drawn;
    }

    private static int[] once(int count) {
        int[] once = new int[count];
        Arrays.fill(once, 1);
        return once;
    }

    private double accuracy(int[] patientWeights, int... runWeights) {
        double right = 0;
        double all = 0;
        for (int patient = 0; patient < films.length; patient++) {
            for (int run = 0; run < correct.length; run++) {
                double weight = (double) patientWeights[patient] * runWeights[run];
                right += weight * correct[run][patient];
                all += weight * films[patient];
            }
        }
        return right / all;
    }
}
