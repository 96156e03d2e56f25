package aerate.cli;

import java.util.List;

/**
 * What torchvision's networks were trained to see.
 *
 * @param mean of each channel, or of all
 * @param deviation likewise
 */
record ImportedInput(List<Double> mean, List<Double> deviation) {
    /** Inception's: black is -1 and white 1. */
    static final ImportedInput HALVES = new ImportedInput(List.of(0.5), List.of(0.5));

    private static final ImportedInput COLOUR =
            new ImportedInput(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));
    private static final ImportedInput GREY = new ImportedInput(List.of(0.449), List.of(0.226));

    /** ImageNet's statistics; for one channel, their average. */
    static ImportedInput imagenet(int channels) {
        return channels == 1 ? GREY : COLOUR;
    }
}
