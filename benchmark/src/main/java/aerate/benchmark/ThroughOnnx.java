package aerate.benchmark;

import aerate.network.DenseNet;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/** The same network in ONNX Runtime, float32, with all of its graph's optimizations. */
final class ThroughOnnx implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    ThroughOnnx(DenseNet network, int size, int threads) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            // Its threads would otherwise wait in a busy loop, and take the cores from what is measured next.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(OnnxDenseNet.file(network, size), options);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot load the network: " + e.getMessage(), e);
        }
    }

    /** Scores of the films, {@code N x 2}, row by row. */
    float[] infer(Batch films) {
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(films.values()), films.shape());
                OrtSession.Result result = session.run(Map.of(OnnxGraph.INPUT, input))) {
            float[][] rows = (float[][]) result.get(0).getValue();
            float[] scores = new float[2 * rows.length];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(rows[i], 0, scores, 2 * i, 2);
            }
            return scores;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot score the films: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot close its session: " + e.getMessage(), e);
        }
    }
}
