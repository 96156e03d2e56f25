package aerate.diffusion;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Arrays;
import java.util.SplittableRandom;

/** What the noise of images looks like. */
public enum NoiseKind {
    /** Every pixel by itself. */
    GAUSSIAN {
        @Override
        public Tensor draw(Generator random, long... shape) {
            return random.normal(shape);
        }
    },
    /**
     * Octaves of simplex noise as AnoDDPM (Wyatt et al. 2022) adds them up, of variance 1 as diffusion supposes, and of its own
     * for every image and channel. Unlike Gaussian noise it hides large lesions, too.
     */
    SIMPLEX {
        @Override
        public Tensor draw(Generator random, long... shape) {
            float[][] planes = new float[Math.toIntExact(shape[0] * shape[1])][];
            for (int i = 0; i < planes.length; i++) {
                planes[i] = octaves(seed(random), true, shape);
                for (int j = 0; j < planes[i].length; j++) {
                    planes[i][j] /= (float) DEVIATION;
                }
            }
            return stacked(planes, shape);
        }
    },
    /** The same as AnoDDPM's program has it: not of variance 1, and one field for a whole batch. */
    SIMPLEX_ORIGINAL {
        @Override
        public Tensor draw(Generator random, long... shape) {
            float[][] planes = new float[Math.toIntExact(shape[0] * shape[1])][];
            Arrays.fill(planes, octaves(seed(random), false, shape));
            return stacked(planes, shape);
        }
    };

    private static final int OCTAVES = 6;
    private static final double PERSISTENCE = 0.8; // amplitude of an octave by that before
    private static final double WAVELENGTH = 64; // pixels, of the first octave; half for each that follows
    private static final double DEVIATION = SimplexNoise.DEVIATION
            * Math.sqrt((1 - Math.pow(PERSISTENCE, 2.0 * OCTAVES)) / (1 - PERSISTENCE * PERSISTENCE));

    /**
     * Noise for a batch.
     *
     * @param shape {@code N x C x H x W}
     */
    public abstract Tensor draw(Generator random, long... shape);

    private static long seed(Generator random) {
        return random.integers(0, Long.MAX_VALUE, 1).longs()[0];
    }

    /** @param moved whether the octaves begin anywhere in their field: all begin with 0 in the first pixel otherwise */
    private static float[] octaves(long seed, boolean moved, long... shape) {
        SplittableRandom random = new SplittableRandom(seed);
        SimplexNoise field = new SimplexNoise(random.nextLong());
        int height = Math.toIntExact(shape[2]);
        int width = Math.toIntExact(shape[3]);
        float[] sum = new float[height * width];
        double amplitude = 1;
        double wavelength = WAVELENGTH;
        for (int octave = 0; octave < OCTAVES; octave++) {
            double left = moved ? random.nextDouble() * 256 : 0;
            double top = moved ? random.nextDouble() * 256 : 0;
            double depth = random.nextDouble() * 256;
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    double value = field.at(left + column / wavelength, top + row / wavelength, depth);
                    sum[row * width + column] += (float) (amplitude * value);
                }
            }
            amplitude *= PERSISTENCE;
            wavelength /= 2;
        }
        return sum;
    }

    private static Tensor stacked(float[][] planes, long... shape) {
        int pixels = planes[0].length;
        float[] all = new float[planes.length * pixels];
        for (int i = 0; i < planes.length; i++) {
            System.arraycopy(planes[i], 0, all, i * pixels, pixels);
        }
        return Tensors.of(all, shape);
    }
}
