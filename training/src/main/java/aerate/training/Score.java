package aerate.training;

import aerate.network.Manifest;
import java.util.Map;
import java.util.Optional;

/**
 * How a network did on the validation films.
 *
 * @param value what epochs are chosen by: more is better
 * @param figures for the log
 * @param calibration fitted there
 * @param operatingPoint chosen there
 */
record Score(
        double value,
        Map<String, Double> figures,
        Optional<Manifest.Calibration> calibration,
        Optional<Manifest.OperatingPoint> operatingPoint) {
    Score {
        figures = Map.copyOf(figures);
    }
}
