package aerate.network;

import aerate.tensor.DataType;
import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.Conv;
import aerate.tensor.layer.ParameterTree;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Films to latents and back: the first stage of latent diffusion (Rombach et al. 2022, arXiv 2112.10752, section 3.1),
 * with a posterior that a KL penalty keeps near the standard normal (Kingma &amp; Welling 2014).
 *
 * <p>Only convolutions, halved by strides and doubled by sub-pixel convolution (Shi et al. 2016): no normalisation and
 * no attention look at the whole film, so that a change of a latent changes the film near it and nowhere else, and any
 * size of film that the strides divide will do.
 */
public final class AutoEncoder extends ParameterTree {
    /** What recipes and checkpoints call it. */
    static final String NAME = "autoencoder";

    private static final double LATENT_MOMENTUM = 0.01; // of the statistics of latents

    /**
     * What an auto-encoder looks like.
     *
     * @param channels of the films
     * @param widths channels of each level, from 1/2 of the film's size to the latents'; one level halves it
     * @param blocks residual blocks of each level, on either way
     * @param latent channels of the latents
     */
    @JsonIgnoreProperties(value = "name", allowGetters = true) // is written, and tells on reading that it is this one
    @JsonPropertyOrder("name")
    public record Shape(int channels, List<Integer> widths, List<Integer> blocks, int latent) implements Architecture {
        public Shape {
            widths = List.copyOf(Objects.requireNonNull(widths, "widths is missing"));
            blocks = List.copyOf(Objects.requireNonNull(blocks, "blocks is missing"));
            require(channels > 0, "channels must be at least 1, were " + channels);
            require(latent > 0, "latent must be at least 1, was " + latent);
            require(!widths.isEmpty(), "widths must name at least one level, were " + widths);
            require(
                    widths.size() == blocks.size(),
                    "widths and blocks must be equally many, were " + widths + " and " + blocks);
            for (int width : widths) {
                require(width > 0, "widths must be at least 1, were " + widths);
            }
            for (int count : blocks) {
                require(count > 0, "blocks must be at least 1, were " + blocks);
            }
        }

        /** What recipes and checkpoints call it. */
        @JsonProperty("name")
        public String name() {
            return NAME;
        }

        /** How many pixels of a film, along a side, one latent stands for. */
        public int stride() {
            return 1 << widths.size();
        }

        /**
         * Checks that a network takes the latents of films of a size.
         *
         * @throws IllegalArgumentException if not
         */
        public void requireFit(Architecture network, int size) {
            int side = size / stride();
            require(
                    network instanceof UNet.Shape unet
                            && size % stride() == 0
                            && unet.size() == side
                            && unet.channels() == latent,
                    "latents of films of " + size + " px are " + latent + " x " + side + " x " + side
                            + ": the network must take them, was " + network);
        }

        @Override
        public AutoEncoder build() {
            return new AutoEncoder(this);
        }

        @Override
        public boolean channelsLast() {
            return true;
        }

        private static void require(boolean holds, String rule) {
            if (!holds) {
                throw new IllegalArgumentException(rule);
            }
        }
    }

    private final List<Level> down = new ArrayList<>();
    private final Conv moments;
    private final Conv entry;
    private final List<Level> up = new ArrayList<>();
    private final Tensor mean;
    private final Tensor variance;

    /** The network of that shape, all zero until {@link #initialise}. */
    public AutoEncoder(Shape shape) {
        List<Integer> widths = shape.widths();
        int last = widths.size() - 1;
        for (int i = 0; i <= last; i++) {
            int in = i == 0 ? shape.channels() : widths.get(i - 1);
            Conv halve = Conv.biased(in, widths.get(i), 3, 2);
            down.add(child(
                    "down." + i, new Level(halve, widths.get(i), shape.blocks().get(i))));
        }
        this.moments = child("moments", Conv.biased(widths.get(last), 2 * shape.latent(), 3, 1));
        this.entry = child("entry", Conv.biased(shape.latent(), widths.get(last), 3, 1));
        for (int i = last; i >= 0; i--) {
            int out = i == 0 ? shape.channels() : widths.get(i - 1);
            Conv spread = Conv.biased(widths.get(i), 4 * out, i == 0 ? 3 : 1, 1);
            up.add(child(
                    "up." + i, new Level(spread, widths.get(i), shape.blocks().get(i))));
        }
        this.mean = buffer("mean", Tensors.zeros(1, shape.latent(), 1, 1));
        this.variance = buffer("variance", Tensors.full(1, 1, shape.latent(), 1, 1));
    }

    /**
     * What the latents of films may be.
     *
     * @param mean {@code N x latent x h x w}, float32
     * @param logVariance of the same shape, in [-20, 2]: latents that say nothing are as wide as the prior, 0
     */
    public record Posterior(Tensor mean, Tensor logVariance) {}

    /**
     * The posterior of films' latents; in training, what {@link #latents} scales by follows it.
     *
     * @param films {@code N x channels x H x W} in [-1, 1]
     */
    public Posterior encode(Tensor films) {
        Tensor h = films;
        for (Level level : down) {
            h = level.blocks(level.resize.forward(h)); // N x width x H/2 x W/2 and so on
        }
        Tensor both = moments.forward(Functions.silu(h)).to(DataType.FLOAT32); // N x 2 latent x h x w
        long latent = both.size(1) / 2;
        Posterior posterior = new Posterior(
                both.narrow(1, 0, latent), both.narrow(1, latent, latent).clamp(-20, 2));
        if (isTraining()) {
            follow(posterior.mean());
        }
        return posterior;
    }

    private void follow(Tensor latents) {
        try (Gradients off = Gradients.off()) {
            mean.moveTowards(average(latents), LATENT_MOMENTUM);
            variance.moveTowards(average(latents.minus(mean).square()), LATENT_MOMENTUM);
        }
    }

    private static Tensor average(Tensor latents) {
        return latents.mean(0, 2, 3).reshape(1, -1, 1, 1); // 1 x latent x 1 x 1
    }

    /**
     * The films of latents.
     *
     * @param latents {@code N x latent x h x w}, as of {@link #encode}
     * @return {@code N x channels x H x W}, float32, about [-1, 1]
     */
    public Tensor decode(Tensor latents) {
        Tensor h = entry.forward(latents);
        for (Level level : up) {
            h = Functions.pixelShuffle(level.resize.forward(level.blocks(h)), 2); // N x width x 2h x 2w and so on
        }
        return h.to(DataType.FLOAT32);
    }

    /** The likeliest latents of films, each channel of about mean 0 and variance 1: what a diffusion works on. */
    public Tensor latents(Tensor films) {
        return encode(films).mean().minus(mean).over(variance.sqrt());
    }

    /** The films of such latents. */
    public Tensor films(Tensor latents) {
        return decode(latents.times(variance.sqrt()).plus(mean));
    }

    /** Residual blocks of one size of map, and the convolution that leads to it or from it. */
    private static final class Level extends ParameterTree {
        private final Conv resize;
        private final List<Block> blocks = new ArrayList<>();

        Level(Conv resize, int width, int count) {
            this.resize = child("resize", resize);
            for (int i = 0; i < count; i++) {
                blocks.add(child(Integer.toString(i), new Block(width)));
            }
        }

        Tensor blocks(Tensor x) {
            Tensor h = x;
            for (Block block : blocks) {
                h = block.forward(h);
            }
            return h;
        }
    }

    /** Two convolutions whose sum with their input goes on. */
    private static final class Block extends ParameterTree {
        private final Conv conv1;
        private final Conv conv2;

        Block(int width) {
            this.conv1 = child("conv1", Conv.biased(width, width, 3, 1));
            this.conv2 = child("conv2", Conv.biased(width, width, 3, 1));
        }

        Tensor forward(Tensor x) {
            return x.plus(conv2.forward(Functions.silu(conv1.forward(Functions.silu(x)))));
        }

        @Override
        protected void drawParameters(Generator random) {
            conv2.clear();
        }
    }
}
