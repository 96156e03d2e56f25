package aerate.reading.diagnosis;

import aerate.film.Label;
import aerate.network.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the scores of the models that look at a film become one diagnosis: the mean of their calibrated logits, then softmax,
 * then the threshold. One model is a panel of one.
 */
record Panel(List<Judgement> members, Manifest.OperatingPoint operatingPoint) {
    static Panel of(List<Judgement> members) {
        return new Panel(
                List.copyOf(members), members.size() == 1 ? members.get(0).operatingPoint() : mean(members));
    }

    private static Manifest.OperatingPoint mean(List<Judgement> members) {
        double threshold = members.stream()
                .mapToDouble(member -> member.operatingPoint().threshold())
                .average()
                .orElseThrow();
        return new Manifest.OperatingPoint(
                threshold, "mean of the thresholds of " + members.size() + " models, without a guarantee of its own");
    }

    String model() {
        return joined(Judgement::model);
    }

    String weightsHash() {
        return joined(Judgement::weightsHash);
    }

    private String joined(Function<Judgement, String> word) {
        return members.stream().map(word).collect(Collectors.joining(" + "));
    }

    /**
     * The diagnosis that follows from a film's scores.
     *
     * @param logits of each member, by {@link Label#index()}
     * @throws ArithmeticException if a score is no finite number
     */
    Diagnosis of(String source, List<List<Double>> logits, Optional<Typicality> typicality) {
        for (int i = 0; i < members.size(); i++) {
            members.get(i).requireFinite(source, logits.get(i));
        }
        double probability = probability(logits);
        Label verdict = probability >= operatingPoint.threshold() ? Label.PNEUMONIA : Label.NORMAL;
        List<Double> means = IntStream.range(0, logits.get(0).size())
                .mapToObj(label -> logits.stream()
                        .mapToDouble(row -> row.get(label))
                        .average()
                        .orElseThrow())
                .toList();
        return new Diagnosis(
                source,
                probability,
                means,
                verdict,
                operatingPoint,
                typicality,
                model(),
                joined(Judgement::weightsHash));
    }

    private double probability(List<List<Double>> scores) {
        // Of differences, so that no exponential overflows where it matters: e^∞ gives probability 0, as it should.
        return 1
                / IntStream.range(0, scores.get(0).size())
                        .mapToDouble(label -> Math.exp(margin(scores, label)))
                        .sum();
    }

    /** By how much the calibrated logit of a label exceeds that of pneumonia, in the mean of the members. */
    private double margin(List<List<Double>> scores, int label) {
        return IntStream.range(0, scores.size())
                .mapToDouble(i -> {
                    List<Double> row = scores.get(i);
                    return (row.get(label) - row.get(Label.PNEUMONIA.index()))
                            / members.get(i).temperature();
                })
                .average()
                .orElseThrow();
    }
}
