package aerate.benchmark;

import aerate.network.DenseNet;
import aerate.tensor.DataType;
import aerate.tensor.Device;
import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Optimizer;
import aerate.tensor.Precision;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;

/** The workload as {@code aerate.training} runs it. */
final class ThroughAerate implements Workload {
    static final double LEARNING_RATE = 1e-3;
    static final double WEIGHT_DECAY = 0.05;
    static final double SMOOTHING = 0.05;
    static final double LONGEST_GRADIENT = 1;

    private final DenseNet network = DenseNet.densenet121(1, 2048, 2);
    private final List<Tensor> parameters;
    private final Optimizer optimizer;
    private final Tensor films;
    private final Tensor labels;
    private final boolean bfloat16;

    ThroughAerate(Batch batch, boolean bfloat16, long seed) {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(seed)) {
            network.initialise(random);
            network.channelsLast();
            films = Tensors.of(batch.values(), batch.shape()).channelsLast().owned();
            labels = Tensors.of(batch.labels(), batch.shape()[0]).owned();
        }
        this.parameters = List.copyOf(network.parameters().values());
        this.optimizer = Optimizer.adamW(parameters, WEIGHT_DECAY);
        this.bfloat16 = bfloat16;
    }

    DenseNet network() {
        return network;
    }

    @Override
    public void training(boolean on) {
        network.training(on);
    }

    @Override
    public double train() {
        try (Scope scope = Scope.open()) {
            optimizer.clearGradients();
            Tensor loss;
            try (Precision precision = Precision.of(Device.CPU, bfloat16)) {
                Tensor scores = network.forward(films).to(DataType.FLOAT32);
                loss = Functions.crossEntropy(scores, labels, null, SMOOTHING);
            }
            loss.backward();
            Gradients.clip(parameters, LONGEST_GRADIENT);
            optimizer.step(LEARNING_RATE);
            return loss.item();
        }
    }

    @Override
    public float[] infer() {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Precision precision = Precision.of(Device.CPU, bfloat16)) {
            return network.forward(films).floats();
        }
    }

    /** Strides of the last feature map: what shows whether the network really ran channels-last. */
    long[] featureStrides() {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Precision precision = Precision.of(Device.CPU, bfloat16)) {
            Tensor map = network.features(films);
            return new long[] {map.stride(0), map.stride(1), map.stride(2), map.stride(3)};
        }
    }

    @Override
    public void close() {
        optimizer.close();
        network.close();
        films.close();
        labels.close();
    }
}
