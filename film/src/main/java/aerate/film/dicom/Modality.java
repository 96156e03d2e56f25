package aerate.film.dicom;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * From stored values to the modality's own unit (PS3.3, C.11.1): a table, a line, or nothing.
 *
 * @param least least result there can be
 * @param greatest greatest result there can be
 * @param bits that hold all results as stored; of a line, those of the stored value
 */
record Modality(DoubleUnaryOperator transform, double least, double greatest, int bits) {
    static Modality of(Dataset header, PixelLayout layout) throws DicomException {
        List<Dataset> tables = header.items(Tag.MODALITY_LUT_SEQUENCE);
        if (!tables.isEmpty()) {
            LookupTable table = LookupTable.of(tables.get(0), layout.signed());
            return new Modality(table::at, 0, table.maximum(), table.bits());
        }
        Optional<Double> slope = header.decimal(Tag.RESCALE_SLOPE);
        double factor = slope.orElse(1.0);
        double intercept = header.decimal(Tag.RESCALE_INTERCEPT).orElse(0.0);
        if (factor == 0) {
            throw new DicomException("a rescale slope must not be 0, was");
        }
        int half = 1 << (layout.stored() - 1);
        double low = (layout.signed() ? -half : 0) * factor + intercept;
        double high = (layout.signed() ? half - 1 : 2 * half - 1) * factor + intercept;
        return new Modality(
                value -> value * factor + intercept, Math.min(low, high), Math.max(low, high), layout.stored());
    }
}
