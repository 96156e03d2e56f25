package aerate.film.phantom;

import java.util.List;

/** Logistic regression on standardised features: the simplest reader there is, by gradient descent. */
final class LogisticRegression {
    private static final int STEPS = 3000;
    private static final double RATE = 0.3;
    private static final double SHRINKAGE = 1e-3;

    private final double[] mean;
    private final double[] deviation;
    private final double[] weights;
    private double bias;

    private LogisticRegression(int features) {
        mean = new double[features];
        deviation = new double[features];
        weights = new double[features];
    }

    static LogisticRegression fit(List<double[]> rows, List<Integer> labels) {
        LogisticRegression regression = new LogisticRegression(rows.get(0).length);
        regression.standardise(rows);
        List<double[]> inputs = rows.stream().map(regression::standardised).toList();
        for (int step = 0; step < STEPS; step++) {
            regression.descend(inputs, labels);
        }
        return regression;
    }

    /** Share of the rows whose label it finds. */
    double accuracy(List<double[]> rows, List<Integer> labels) {
        int right = 0;
        for (int i = 0; i < rows.size(); i++) {
            right += (score(standardised(rows.get(i))) > 0 ? 1 : 0) == labels.get(i) ? 1 : 0;
        }
        return (double) right / rows.size();
    }

    private void descend(List<double[]> inputs, List<Integer> labels) {
        double[] slope = new double[weights.length];
        double biasSlope = 0;
        for (int i = 0; i < inputs.size(); i++) {
            double error = (1 / (1 + Math.exp(-score(inputs.get(i)))) - labels.get(i)) / inputs.size();
            biasSlope += error;
            for (int k = 0; k < slope.length; k++) {
                slope[k] += error * inputs.get(i)[k];
            }
        }
        bias -= RATE * biasSlope;
        for (int k = 0; k < slope.length; k++) {
            weights[k] -= RATE * (slope[k] + SHRINKAGE * weights[k]);
        }
    }

    private double score(double[] input) {
        double score = bias;
        for (int k = 0; k < input.length; k++) {
            score += weights[k] * input[k];
        }
        return score;
    }

    private void standardise(List<double[]> rows) {
        for (int k = 0; k < mean.length; k++) {
            int feature = k;
            mean[k] = rows.stream().mapToDouble(row -> row[feature]).average().orElseThrow();
            double variance = rows.stream()
                    .mapToDouble(row -> (row[feature] - mean[feature]) * (row[feature] - mean[feature]))
                    .average()
                    .orElseThrow();
            deviation[k] = Math.sqrt(variance) + 1e-9;
        }
    }

    private double[] standardised(double[] row) {
        double[] result = new double[row.length];
        for (int k = 0; k < row.length; k++) {
            result[k] = (row[k] - mean[k]) / deviation[k];
        }
        return result;
    }
}
