package aerate.training.kernel;

import java.util.Arrays;

/**
 * What gradient flow makes of a linearised network (Lee et al. 2019, arXiv 1902.06720, equations 8 to 11): its scores at any
 * time of training on half the squared error averaged over films and outputs, in closed form.
 *
 * <p>Time is the learning rate times the number of steps. The first films of the kernel are learnt from, the others are
 * only predicted.
 */
public final class KernelRegression {
    private final TangentKernel kernel;
    private final double[] start;
    private final Spectrum spectrum;
    private final double[] errors; // along the eigenvectors, at the start

    /**
     * Of a network at its start.
     *
     * @param kernel of all films
     * @param start scores of all films before training, in the kernel's order
     * @param targets scores wanted of the films learnt from, in the kernel's order
     */
    public KernelRegression(TangentKernel kernel, double[] start, double... targets) {
        int outputs = kernel.outputs();
        if (start.length != kernel.side()) {
            throw new IllegalArgumentException(
                    "a start needs a score for each of " + kernel.side() + " rows, had " + start.length);
        }
        if (targets.length > start.length || targets.length % outputs != 0) {
            throw new IllegalArgumentException("targets must be of whole films of the kernel's " + kernel.films()
                    + ", were " + targets.length + " for " + outputs + " outputs");
        }
        this.kernel = kernel;
        this.start = start.clone();
        this.spectrum = Spectrum.of(kernel.ofFirst(targets.length / outputs));
        double[] missing = new double[targets.length];
        Arrays.setAll(missing, i -> start[i] - targets[i]);
        this.errors = new double[targets.length];
        Arrays.setAll(errors, i -> spectrum.component(i, missing));
    }

    /** Scores of all films at a time. */
    public double[] scores(double time) {
        int learnt = errors.length;
        double[] pushes = new double[learnt]; // what each row was pushed by until then
        for (int i = 0; i < learnt; i++) {
            double rate = rate(i);
            // (1 − e^(−rate · time)) / rate, which is the time itself where nothing is learnt
            double effective = rate > 0 ? -Math.expm1(-rate * time) / rate : time;
            spectrum.addTo(pushes, i, -errors[i] * effective / learnt);
        }
        double[] scores = start.clone();
        for (int row = 0; row < scores.length; row++) {
            for (int column = 0; column < learnt; column++) {
                scores[row] += kernel.value(row, column) * pushes[column];
            }
        }
        return scores;
    }

    /** Half the mean squared error on the films learnt from, at a time. */
    public double loss(double time) {
        double sum = 0;
        for (int i = 0; i < errors.length; i++) {
            double left = errors[i] * Math.exp(-rate(i) * time);
            sum += left * left;
        }
        return sum / (2 * errors.length);
    }

    /**
     * When the loss has fallen to a share of that at the start, to a millionth of it; infinite if it never does.
     *
     * @param share in (0, 1)
     */
    public double timeTo(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a share of the loss must be in (0, 1), was " + share);
        }
        double wanted = share * loss(0);
        double early = 0;
        double late = errors.length / spectrum.largest();
        while (loss(late) > wanted) {
            early = late;
            late *= 2;
            if (Double.isInfinite(late)) {
                return late;
            }
        }
        while (late - early > 1e-6 * late) {
            double middle = (early + late) / 2;
            boolean reached = loss(middle) <= wanted;
            late = reached ? middle : late;
            early = reached ? early : middle;
        }
        return late;
    }

    private double rate(int number) {
        return Math.max(0, spectrum.value(number)) / errors.length;
    }
}
