package aerate.benchmark;

/** densenet121_2048fc with one batch of films to train on and to judge: the work that is timed on each side. */
interface Workload extends AutoCloseable {
    /** Whether batch norm uses the batch's own statistics; off at first. */
    void training(boolean on);

    /** One step: forward, cross-entropy, backward, clipping, AdamW. Returns the loss. */
    double train();

    /** Scores of the batch without gradients: {@code N x 2}, row by row. */
    float[] infer();

    @Override
    void close();
}
