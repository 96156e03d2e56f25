package aerate.film.dicom;

import java.util.Locale;
import java.util.Optional;

/**
 * The stretch of values that is shown from black to white (PS3.3, C.11.2.1.2 and C.11.2.1.3).
 *
 * @param width at least 1 of a linear window, else above 0
 */
record Window(double centre, double width, Shape shape) {
    /** How brightness grows across the window. */
    enum Shape {
        /** Between pixel centres: {@code (x - (c - 0.5)) / (w - 1) + 0.5}. */
        LINEAR,
        /** Between pixel edges: {@code (x - c) / w + 0.5}. */
        LINEAR_EXACT,
        /** {@code 1 / (1 + exp(-4 (x - c) / w))}. */
        SIGMOID
    }

    /** The first window of a film, if it has any. */
    static Optional<Window> of(Dataset header) throws DicomException {
        Optional<Double> centre = header.decimal(Tag.WINDOW_CENTER);
        Optional<Double> width = header.decimal(Tag.WINDOW_WIDTH);
        if (centre.isPresent() != width.isPresent()) {
            throw new DicomException("a window must have both centre and width, had one");
        }
        if (centre.isEmpty()) {
            return Optional.empty();
        }
        Shape shape = shape(header.code(Tag.VOI_LUT_FUNCTION).orElse("LINEAR"));
        if (!(shape == Shape.LINEAR ? width.get() >= 1 : width.get() > 0)) {
            throw new DicomException("a window's width must be " + (shape == Shape.LINEAR ? "at least 1" : "above 0")
                    + ", was " + width.get());
        }
        return Optional.of(new Window(centre.get(), width.get(), shape));
    }

    /** Brightness of a value, in {@code [0, 1]}. */
    double brightness(double value) {
        return switch (shape) {
            case LINEAR -> linear(value - (centre - 0.5), width - 1);
            case LINEAR_EXACT -> linear(value - centre, width);
            case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - centre) / width));
        };
    }

    private static double linear(double fromCentre, double width) {
        if (fromCentre <= -width / 2) {
            return 0;
        }
        return fromCentre > width / 2 ? 1 : fromCentre / width + 0.5;
    }

    private static Shape shape(String code) throws DicomException {
        for (Shape shape : Shape.values()) {
            if (shape.name().equals(code.toUpperCase(Locale.ROOT))) {
                return shape;
            }
        }
        throw new DicomException("a window's function must be LINEAR, LINEAR_EXACT or SIGMOID, was " + code);
    }
}
