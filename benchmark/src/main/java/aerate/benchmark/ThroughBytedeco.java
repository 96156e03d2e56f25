package aerate.benchmark;

import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The workload by raw calls: the floor that {@link ThroughAerate} is held against. */
final class ThroughBytedeco implements Workload {
    private static final int MEAN = 1;
    private static final long IGNORE_NOTHING = -100;

    private final RawDenseNet network;
    private final TensorVector parameters;
    private final AdamW optimizer;
    private final Tensor films;
    private final Tensor labels;
    private final TensorOptional noClassWeights = new TensorOptional();
    private final boolean bfloat16;

    /** With a copy of the other's weights as they are. */
    ThroughBytedeco(Batch batch, boolean bfloat16, ThroughAerate other) {
        this.network = new RawDenseNet(other.network());
        this.parameters = network.parameters();
        AdamWOptions options = new AdamWOptions(ThroughAerate.LEARNING_RATE);
        options.weight_decay().put(ThroughAerate.WEIGHT_DECAY);
        this.optimizer = new AdamW(parameters, options);
        float[] values = batch.values();
        Tensor rowMajor = torch.empty(values.length);
        rowMajor.data_ptr_float().put(values, 0, values.length);
        this.films = RawDenseNet.channelsLast(rowMajor.reshape(batch.shape()));
        this.labels = Tensor.create(batch.labels());
        this.bfloat16 = bfloat16;
    }

    @Override
    public void training(boolean on) {
        network.training(on);
    }

    @Override
    public double train() {
        try (PointerScope scope = new PointerScope()) {
            optimizer.zero_grad(true);
            Tensor scores = inPrecision(network::forward).to(ScalarType.Float);
            Tensor loss = torch.cross_entropy_loss(
                    scores, labels, noClassWeights, MEAN, IGNORE_NOTHING, ThroughAerate.SMOOTHING);
            loss.backward();
            torch.clip_grad_norm_(parameters, ThroughAerate.LONGEST_GRADIENT);
            optimizer.step();
            return loss.item_double();
        }
    }

    @Override
    public float[] infer() {
        GradMode.set_enabled(false);
        try (PointerScope scope = new PointerScope()) {
            Tensor scores = inPrecision(network::forward).to(ScalarType.Float).contiguous();
            float[] values = new float[Math.toIntExact(scores.numel())];
            scores.data_ptr_float().get(values, 0, values.length);
            return values;
        } finally {
            GradMode.set_enabled(true);
        }
    }

    private Tensor inPrecision(UnaryOperator<Tensor> function) {
        torch.set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
        torch.set_autocast_enabled(DeviceType.CPU, bfloat16);
        Tensor result = function.apply(films);
        torch.clear_cache();
        torch.set_autocast_enabled(DeviceType.CPU, false);
        return result;
    }

    /** Strides of the last feature map: what shows whether the network really ran channels-last. */
    long[] featureStrides() {
        try (PointerScope scope = new PointerScope()) {
            Tensor map = inPrecision(network::features);
            return new long[] {map.stride(0), map.stride(1), map.stride(2), map.stride(3)};
        }
    }

    @Override
    public void close() {
        network.close();
        films.close();
    }
}
