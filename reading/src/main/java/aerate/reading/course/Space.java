package aerate.reading.course;

import aerate.tensor.Tensor;

/** Where films are healed: pixel by pixel, or as the latents of an auto-encoder. Tensors are float32. */
interface Space extends AutoCloseable {
    /** Channels of a point. */
    int channels();

    /** Height and width of a point. */
    int side();

    /** Films, {@code N x 1 x S x S} in [-1, 1], to what is healed: {@code N x channels x side x side}. */
    Tensor points(Tensor films);

    /** And back. */
    Tensor films(Tensor points);

    /**
     * By how much films changed when their points did, where a weight lets them.
     *
     * @param mask {@code N x 1 x S x S} in [0, 1]: 0 where a film must stay
     * @return {@code N x 1 x S x S}
     */
    Tensor change(Tensor before, Tensor after, Tensor mask);

    /** What a denoiser's guess of a clean point is clamped to, if anything. */
    boolean clamped();

    @Override
    void close();
}
