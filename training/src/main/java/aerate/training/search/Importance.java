package aerate.training.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of the difference between trials a parameter accounts for by itself: η² (Fisher's correlation ratio), the share
 * of the variance between the groups of equal values, taken over the ranks of the figures, so that one trial that went far
 * wrong does not decide all. Trials that do not have the parameter are left out. What only a combination of parameters does
 * is not seen, and a parameter of many values seems to matter more than it does.
 *
 * @param parameter path of the axis, or {@code epochs}
 * @param share in [0, 1]; NaN where all have the same value or figure
 * @param readings that it was taken over
 */
public record Importance(String parameter, double share, int readings) {
    private static final String EPOCHS = "epochs";

    /** Of every parameter, greatest first. */
    public static List<Importance> of(List<Outcome> outcomes, Goal goal) {
        Set<String> parameters = new LinkedHashSet<>();
        outcomes.forEach(outcome -> parameters.addAll(outcome.settings().keySet()));
        parameters.add(EPOCHS);
        List<Importance> importances = new ArrayList<>();
        for (String parameter : parameters) {
            importances.add(of(parameter, outcomes, goal));
        }
        importances.removeIf(importance -> importance.parameter.equals(EPOCHS) && Double.isNaN(importance.share));
        importances.sort(Comparator.comparing(
                Importance::share,
                Comparator.comparing((Double share) -> share.isNaN())
                        .thenComparing(Comparator.<Double>naturalOrder().reversed())));
        return importances;
    }

    private static Importance of(String parameter, List<Outcome> outcomes, Goal goal) {
        List<Double> figures = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            JsonNode value = outcome.settings().get(parameter);
            for (Reading reading : outcome.readings()) {
                double figure = goal.of(reading.figures());
                if (!Double.isNaN(figure) && (value != null || parameter.equals(EPOCHS))) {
                    figures.add(figure);
                    groups.add(value == null ? String.valueOf(reading.epochs()) : value.toString());
                }
            }
        }
        return new Importance(parameter, share(ranks(figures), groups), figures.size());
    }

    /** η² of numbers in groups; NaN for one group, or numbers that are all the same. */
    static double share(double[] numbers, List<String> groups) {
        Map<String, List<Double>> members = new LinkedHashMap<>();
        double total = 0;
        for (int i = 0; i < numbers.length; i++) {
            members.computeIfAbsent(groups.get(i), group -> new ArrayList<>()).add(numbers[i]);
            total += numbers[i] / numbers.length;
        }
        double between = 0;
        for (List<Double> group : members.values()) {
            between += group.size() * Math.pow(mean(group) - total, 2);
        }
        double all = 0;
        for (double number : numbers) {
            all += Math.pow(number - total, 2);
        }
        return members.size() < 2 || all == 0 ? Double.NaN : Math.min(1, between / all);
    }

    private static double mean(Collection<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** From 1; equals share the mean of theirs. */
    static double[] ranks(List<Double> numbers) {
        double[] ranks = new double[numbers.size()];
        for (int i = 0; i < ranks.length; i++) {
            double number = numbers.get(i);
            long below = numbers.stream().filter(other -> other < number).count();
            long same = numbers.stream().filter(other -> other == number).count();
            ranks[i] = below + (same + 1) / 2.0;
        }
        return ranks;
    }
}
