package aerate.cli;

import aerate.training.kernel.Widening;
import aerate.training.kernel.WidthReading;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What {@code aerate ntk} found.
 *
 * @param recipe its name
 * @param start checkpoints that the networks start from, their mean if several; drawn at random if there are none
 * @param data name of the collection
 * @param fingerprint SHA-256 over the collection
 * @param films that the kernels are of
 * @param size side of the films in pixels
 * @param momentum that the largest stable rate is for
 * @param readings one for each width and seed, by width
 * @param widening from the narrowest to the widest, where there are two widths
 */
record KernelResult(
        String recipe,
        List<String> start,
        String data,
        String fingerprint,
        int films,
        int size,
        double momentum,
        List<WidthReading> readings,
        Optional<Widening> widening) {
    KernelResult {
        start = List.copyOf(start);
        readings = List.copyOf(readings);
    }

    List<Integer> widths() {
        return readings.stream().map(WidthReading::width).distinct().toList();
    }

    List<WidthReading> at(int width) {
        return readings.stream().filter(reading -> reading.width() == width).toList();
    }

    int seeds() {
        return (int) readings.stream().map(WidthReading::seed).distinct().count();
    }

    /** Geometric mean of a figure over the seeds of a width; infinite if it is in one of them. */
    double mean(int width, ToDoubleFunction<WidthReading> figure) {
        return Math.exp(
                at(width).stream().mapToDouble(figure).map(Math::log).average().orElseThrow());
    }
}
