package aerate.training.kernel;

/**
 * A multi-layer perceptron with ReLU between its layers and no end to their width: both its kernels in closed form, by the
 * recursion of Jacot et al. 2018 (theorem 1) with the arc-cosine kernel (Cho &amp; Saul 2009). In the NTK parametrisation:
 * each layer computes √(2 / in) · W x with standard normal W, without a bias.
 *
 * @param layers dense layers, at least 1
 */
public record InfinitePerceptron(int layers) {
    private static final double VARIANCE = 2; // σ_w², which keeps the scale from layer to layer (He et al. 2015)

    public InfinitePerceptron {
        if (layers < 1) {
            throw new IllegalArgumentException("a perceptron must have at least 1 layer, had " + layers);
        }
    }

    /**
     * The kernels of two inputs x and y of d numbers.
     *
     * @param nngp covariance of the score of x and that of y over random networks (the Gaussian process)
     * @param ntk tangent kernel between them, the same in every random network
     */
    public record Kernels(double nngp, double ntk) {}

    /**
     * The kernels of two inputs.
     *
     * @param xx x · x / d, above 0
     * @param xy x · y / d
     * @param yy y · y / d, above 0
     */
    public Kernels at(double xx, double xy, double yy) {
        double scale = VARIANCE * Math.sqrt(xx * yy); // of every layer: √(k(x,x) k(y,y)), as ReLU halves what 2 doubles
        double nngp = VARIANCE * xy;
        double ntk = nngp;
        for (int layer = 1; layer < layers; layer++) {
            double angle = Math.acos(Math.max(-1, Math.min(1, nngp / scale)));
            double bothOn = (Math.PI - angle) / (2 * Math.PI); // E[relu'(u) relu'(v)]
            nngp = VARIANCE * scale / (2 * Math.PI) * (Math.sin(angle) + (Math.PI - angle) * Math.cos(angle));
            ntk = nngp + VARIANCE * bothOn * ntk;
        }
        return new Kernels(nngp, ntk);
    }

    /**
     * The tangent kernel of several inputs.
     *
     * @param inputs of the same length each
     */
    public TangentKernel tangentKernel(double[]... inputs) {
        int count = inputs.length;
        double[] values = new double[count * count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                values[i * count + j] = at(
                                product(inputs[i], inputs[i]),
                                product(inputs[i], inputs[j]),
                                product(inputs[j], inputs[j]))
                        .ntk();
            }
        }
        return new TangentKernel(count, 1, values);
    }

    private static double product(double[] x, double... y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum / x.length;
    }
}
