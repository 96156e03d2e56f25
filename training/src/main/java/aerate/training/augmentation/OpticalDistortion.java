package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Optional;

/**
 * The distortion of a camera (Albumentations' optical distortion): a point at the distance r from the middle, in sides of
 * the film, shows what lay at r (1 + k r² + k r⁴). With k above 0 the film shrinks towards its corners, a barrel; below 0
 * it is a pincushion. The middle is OpenCV's, half a pixel right of and below the film's.
 *
 * @param probability that a film gets it; always where it is absent
 * @param k the distortion, drawn anew for each film, in [-1, 1]
 * @param shift how far off the middle lies, along each axis, as a share of the side, in [-0.5, 0.5]: [0, 0] is
 *     Albumentations 2.0.8, which has none; 1.3.1 moves it
 */
public record OpticalDistortion(Optional<Double> probability, Range k, Range shift) implements Augmentation {
    public OpticalDistortion {
        Rules.requireProbability("optical-distortion", probability);
        Rules.requireWithin("optical-distortion.k", k, -1, 1);
        Rules.requireWithin("optical-distortion.shift", shift, -0.5, 0.5);
    }

    @Override
    public boolean geometric() {
        return true;
    }

    @Override
    public Tensor coordinates(Tensor coordinates, Generator random) {
        float[] draws = random.uniform(3).floats();
        return distort(coordinates, k.at(draws[0]), shift.at(draws[1]), shift.at(draws[2]));
    }

    /** Maps coordinates by a camera of this distortion whose middle is moved by shares of the side. */
    static Tensor distort(Tensor coordinates, double k, double right, double down) {
        double x = right + 0.5 / coordinates.size(2);
        double y = down + 0.5 / coordinates.size(1);
        float[] mapped = coordinates.floats(); // pairs: libtorch broadcasts slowly along an axis of two
        for (int i = 0; i < mapped.length; i += 2) {
            double fromX = mapped[i] / 2 - x; // in sides, where coordinates are 2 wide
            double fromY = mapped[i + 1] / 2 - y;
            double square = fromX * fromX + fromY * fromY;
            double growth = 2 * k * (square + square * square);
            mapped[i] += (float) (fromX * growth);
            mapped[i + 1] += (float) (fromY * growth);
        }
        return Tensors.of(mapped, coordinates.shape());
    }
}
