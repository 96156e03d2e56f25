package aerate.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.ArchiveWriter;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.SGDOptions;

/** One of libtorch's optimizers over a list of parameters, with a state that can be saved and resumed. */
public final class Optimizer implements AutoCloseable {
    private final org.bytedeco.pytorch.Optimizer raw;

    private Optimizer(Supplier<org.bytedeco.pytorch.Optimizer> maker) {
        try (Scope scope = Scope.open()) {
            raw = maker.get();
            raw.retainReference();
        }
    }

    /**
     * Stochastic gradient descent.
     *
     * @param nesterov Nesterov's accelerated gradient in place of plain momentum
     */
    public static Optimizer sgd(List<Tensor> parameters, double momentum, boolean nesterov, double weightDecay) {
        return new Optimizer(() -> {
            SGDOptions options = new SGDOptions(0);
            options.momentum().put(momentum);
            options.nesterov().put(nesterov);
            options.weight_decay().put(weightDecay);
            return new org.bytedeco.pytorch.SGD(Tensors.vector(parameters), options);
        });
    }

    /** Adam (Kingma &amp; Ba 2015), with L2 regularisation. */
    public static Optimizer adam(List<Tensor> parameters, double weightDecay) {
        return new Optimizer(() -> {
            AdamOptions options = new AdamOptions(0);
            options.weight_decay().put(weightDecay);
            return new org.bytedeco.pytorch.Adam(Tensors.vector(parameters), options);
        });
    }

    /** AdamW (Loshchilov &amp; Hutter 2019): Adam with decoupled weight decay. */
    public static Optimizer adamW(List<Tensor> parameters, double weightDecay) {
        return new Optimizer(() -> {
            AdamWOptions options = new AdamWOptions(0);
            options.weight_decay().put(weightDecay);
            return new org.bytedeco.pytorch.AdamW(Tensors.vector(parameters), options);
        });
    }

    /** One step down the gathered gradients at the given learning rate. */
    public void step(double learningRate) {
        try (Scope scope = Scope.open()) {
            var groups = raw.param_groups();
            for (long i = 0; i < groups.size(); i++) {
                groups.get(i).options().set_lr(learningRate);
            }
            raw.step();
        }
    }

    /** Forgets the gathered gradients. */
    public void clearGradients() {
        raw.zero_grad(true);
    }

    /**
     * Writes the state (momenta, step counts) to a file.
     *
     * @throws IOException if it cannot be written
     */
    public void save(Path file) throws IOException {
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        try (Scope scope = Scope.open()) {
            OutputArchive archive = new OutputArchive();
            raw.save(archive);
            archive.save_to(into(state));
        }
        Files.write(file, state.toByteArray());
    }

    /** Takes what libtorch writes for Java to write on: libtorch itself ends the process where a disk is full. */
    private static ArchiveWriter into(ByteArrayOutputStream state) {
        return new ArchiveWriter() {
            @Override
            public long call(Pointer data, long count) {
                byte[] part = new byte[Math.toIntExact(count)];
                new BytePointer(data).get(part);
                state.writeBytes(part);
                return count;
            }
        };
    }

    /**
     * Reads the state that {@link #save} wrote for the same parameters.
     *
     * @throws IOException if it is missing or damaged
     */
    public void load(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(file + ": optimizer state is missing or unreadable");
        }
        try (Scope scope = Scope.open()) {
            InputArchive archive = new InputArchive();
            archive.load_from(file.toString());
            raw.load(archive);
        } catch (RuntimeException e) { // libtorch's answer to whatever is wrong with a file
            throw new IOException(file + ": optimizer state is damaged: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        raw.close();
    }
}
