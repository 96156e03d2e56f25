package aerate.reading.course;

import aerate.diffusion.Control;
import aerate.diffusion.Noise;
import aerate.film.Label;
import aerate.network.InputTransform;
import aerate.network.Network;
import aerate.reading.diagnosis.Classifier;
import aerate.tensor.Functions;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The gradient of a classifier's log odds for normal, through what makes films of points: a guest of both. As a control it is
 * taken at a point with a little noise, another at each step, which takes away what holds for one film to the bit only
 * (SmoothGrad, Smilkov et al. 2017).
 */
record ClassifierControl(Space space, Classifier classifier) implements Control {
    private static final double NOISE = 0.15;

    @Override
    public Tensor direction(Tensor image, int step, Noise noise) {
        return gradient(image.plus(noise.at(step).to(image.device()).times(NOISE)));
    }

    /** At points as they are. Some at a time: what a classifier remembers for its gradient fills memory. */
    Tensor gradient(Tensor clean) {
        long points = clean.size(0);
        List<Tensor> gradients = new ArrayList<>();
        for (long from = 0; from < points; from += CourseGenerator.BATCH) {
            gradients.add(gradientOfSome(clean.narrow(0, from, Math.min(CourseGenerator.BATCH, points - from))));
        }
        return Tensors.concatenate(0, gradients.toArray(Tensor[]::new));
    }

    private Tensor gradientOfSome(Tensor clean) {
        try (Gradients on = Gradients.on()) {
            Tensor points = clean.detach().requiresGradient();
            Tensor brightness = space.films(points).plus(1).times(0.5); // N x 1 x S x S
            InputTransform input = classifier.input();
            Network network = classifier.network();
            Tensor films = input.batchOfValues(resized(brightness, input.size()), classifier.channels());
            Tensor scores = network.forward(films.channelsLast()); // N x classes
            Tensor odds = scores.select(1, Label.NORMAL.index()).minus(scores.select(1, Label.PNEUMONIA.index()));
            return Gradients.of(odds.sum(), points);
        }
    }

    /** Bilinearly, so that the gradient passes. */
    private static Tensor resized(Tensor films, int size) {
        if (films.size(3) == size) {
            return films;
        }
        float[] grid = new float[size * size * 2];
        for (int i = 0; i < size * size; i++) {
            grid[2 * i] = (2 * (i % size) + 1f) / size - 1;
            grid[2 * i + 1] = (2 * (i / size) + 1f) / size - 1;
        }
        Tensor one = Tensors.of(grid, 1, size, size, 2).to(films.device());
        Tensor[] each = new Tensor[Math.toIntExact(films.size(0))];
        Arrays.fill(each, one);
        return Functions.sampleGrid(films, Tensors.concatenate(0, each));
    }
}
