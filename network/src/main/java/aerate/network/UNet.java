package aerate.network;

import aerate.tensor.DataType;
import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.Conv;
import aerate.tensor.layer.GroupNorm;
import aerate.tensor.layer.ParameterTree;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The denoiser ε_θ(x_t, t): the U-Net of Ho et al. 2020 (appendix B), as AnoDDPM (Wyatt et al. 2022) uses it.
 *
 * <p>Down by strided convolutions, up by nearest neighbour and a convolution; every map of the way down is joined
 * to one of the way up. Initialised, it gives zero for every input.
 */
public final class UNet extends ParameterTree {
    /** What recipes and checkpoints call it. */
    static final String NAME = "unet";

    /**
     * What a U-Net looks like.
     *
     * @param size height and width of its images, a multiple of 2 to the number of levels less one
     * @param channels of the images
     * @param width channels of the first level, even and at least 4
     * @param multipliers of {@code width}, one for each level from fine to coarse
     * @param blocks residual blocks of a level on the way down; one more on the way up
     * @param attention sizes of the maps that get self-attention; the coarsest middle always has it
     * @param heads of the attention; divides every level's channels
     * @param dropout in [0, 1)
     * @param classes of films that it can be told apart from their noise; none where it is absent
     */
    @JsonIgnoreProperties(value = "name", allowGetters = true) // is written, and tells on reading that it is this one
    @JsonPropertyOrder("name")
    public record Shape(
            int size,
            int channels,
            int width,
            List<Integer> multipliers,
            int blocks,
            List<Integer> attention,
            int heads,
            double dropout,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> classes)
            implements Architecture {
        public Shape {
            multipliers = List.copyOf(Objects.requireNonNull(multipliers, "multipliers is missing"));
            attention = List.copyOf(Objects.requireNonNull(attention, "attention is missing"));
            require(!multipliers.isEmpty(), "multipliers must name at least one level, were " + multipliers);
            int coarsest = 1 << (multipliers.size() - 1);
            require(size > 0 && size % coarsest == 0, "size must be a multiple of " + coarsest + ", was " + size);
            require(channels > 0, "channels must be at least 1, were " + channels);
            require(width >= 4 && width % 2 == 0, "width must be even and at least 4, was " + width);
            require(blocks > 0, "blocks must be at least 1, were " + blocks);
            require(heads > 0, "heads must be at least 1, were " + heads);
            for (int multiplier : multipliers) {
                require(multiplier > 0, "multipliers must be at least 1, were " + multipliers);
                require(multiplier * width % heads == 0, "heads must divide every level's channels, were " + heads);
            }
            require(dropout >= 0 && dropout < 1, "dropout must be in [0, 1), was " + dropout);
            require(classes.orElse(1) > 0, "classes must be at least 1, were " + classes.orElse(0));
        }

        /** One that is told no classes. */
        public Shape(
                int size,
                int channels,
                int width,
                List<Integer> multipliers,
                int blocks,
                List<Integer> attention,
                int heads,
                double dropout) {
            this(size, channels, width, multipliers, blocks, attention, heads, dropout, Optional.empty());
        }

        /** What recipes and checkpoints call it. */
        @JsonProperty("name")
        public String name() {
            return NAME;
        }

        @Override
        public UNet build() {
            return new UNet(this);
        }

        /** Group normalisation has no fast path for that layout. */
        @Override
        public boolean channelsLast() {
            return false;
        }

        private boolean attendsAt(int level) {
            return attention.contains(size >> level);
        }

        private static void require(boolean holds, String rule) {
            if (!holds) {
                throw new IllegalArgumentException(rule);
            }
        }
    }

    private final int classes;
    private final TimeEmbedding time;
    private final Optional<LabelEmbedding> label;
    private final Conv entry;
    private final List<Level> down = new ArrayList<>();
    private final AttentiveResidual middle;
    private final TimedResidual bottom;
    private final List<Level> up = new ArrayList<>();
    private final GroupNorm norm;
    private final Conv exit;

    /** The network of that shape, all zero until {@link #initialise}. */
    public UNet(Shape shape) {
        this.classes = shape.classes().orElse(0);
        int width = shape.width();
        int last = shape.multipliers().size() - 1;
        int embedding = 4 * width;
        this.time = child("time", new TimeEmbedding(width, embedding));
        this.label = shape.classes().map(classes -> child("label", new LabelEmbedding(classes, embedding)));
        this.entry = child("entry", Conv.biased(shape.channels(), width, 3, 1));
        Deque<Integer> skips = new ArrayDeque<>(List.of(width));
        int channels = width;
        for (int i = 0; i <= last; i++) {
            Level level = child("down." + i, new Level());
            int out = width * shape.multipliers().get(i);
            for (int block = 0; block < shape.blocks(); block++) {
                level.add(new AttentiveResidual(channels, out, embedding, shape, shape.attendsAt(i)));
                channels = out;
                skips.push(channels);
            }
            if (i < last) {
                level.end(Conv.biased(channels, channels, 3, 2));
                skips.push(channels);
            }
            down.add(level);
        }
        this.middle = child("middle", new AttentiveResidual(channels, channels, embedding, shape, true));
        this.bottom = child("bottom", new TimedResidual(channels, channels, embedding, shape.dropout()));
        for (int i = last; i >= 0; i--) {
            Level level = child("up." + i, new Level());
            int out = width * shape.multipliers().get(i);
            for (int block = 0; block <= shape.blocks(); block++) {
                int in = channels + skips.pop();
                level.add(new AttentiveResidual(in, out, embedding, shape, shape.attendsAt(i)));
                channels = out;
            }
            if (i > 0) {
                level.end(Conv.biased(channels, channels, 3, 1));
            }
            up.add(level);
        }
        this.norm = child("norm", norm(channels));
        this.exit = child("exit", Conv.biased(channels, shape.channels(), 3, 1));
    }

    /**
     * What it predicts of images whose class it is not told, or could not be.
     *
     * @param x x_t, {@code N x channels x size x size}
     * @param levels t of each image, int64, {@code N}
     * @return of the shape of {@code x}, float32
     */
    public Tensor forward(Tensor x, Tensor levels) {
        return forward(x, levels, Tensors.full(classes, x.size(0)).to(DataType.INT64));
    }

    /**
     * As {@link #forward(Tensor, Tensor)}, of images of known class.
     *
     * @param labels class of each image, int64, {@code N}; the number of classes stands for "told nothing"
     */
    public Tensor forward(Tensor x, Tensor levels, Tensor labels) {
        Tensor timed = time.forward(levels); // N x 4 width
        Tensor embedded =
                label.map(embedding -> timed.plus(embedding.forward(labels))).orElse(timed);
        Tensor h = entry.forward(x); // N x width x size x size
        Deque<Tensor> skips = new ArrayDeque<>(List.of(h));
        for (Level level : down) {
            for (AttentiveResidual block : level.blocks) {
                h = block.forward(h, embedded);
                skips.push(h);
            }
            if (level.resize != null) {
                h = level.resize.forward(h); // half the size
                skips.push(h);
            }
        }
        h = bottom.forward(middle.forward(h, embedded), embedded);
        for (Level level : up) {
            for (AttentiveResidual block : level.blocks) {
                h = block.forward(Tensors.concatenate(1, h, skips.pop()), embedded);
            }
            if (level.resize != null) {
                h = level.resize.forward(Functions.upsampleNearest(h, 2)); // twice the size
            }
        }
        return exit.forward(Functions.silu(norm.forward(h))).to(DataType.FLOAT32);
    }

    @Override
    protected void drawParameters(Generator random) {
        exit.clear();
    }

    /**
     * At most 32 groups, as in the paper, of at least 4 channels, as its width of 128 has: a group of one channel would
     * normalise away what the noise level adds to it.
     */
    static GroupNorm norm(int channels) {
        int groups = Math.max(1, Math.min(32, channels / 4));
        while (channels % groups != 0) {
            groups--;
        }
        return GroupNorm.of(groups, channels);
    }

    /** The blocks of one size of map, and the convolution that leads to the next size where there is one. */
    private static final class Level extends ParameterTree {
        private final List<AttentiveResidual> blocks = new ArrayList<>();
        private Conv resize;

        void add(AttentiveResidual block) {
            blocks.add(child(Integer.toString(blocks.size()), block));
        }

        void end(Conv conv) {
            resize = child("resize", conv);
        }
    }
}
