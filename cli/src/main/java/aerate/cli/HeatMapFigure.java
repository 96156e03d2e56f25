package aerate.cli;

import aerate.reading.heatmap.faithfulness.Faithfulness;
import aerate.reading.heatmap.faithfulness.Localisation;
import java.util.Optional;

/** What is measured of heat maps, in the order of tables. */
enum HeatMapFigure {
    POINTING_GAME("pointing game"),
    IOU("IoU at 0.5"),
    IOU_GLOBAL("mIoU, one threshold"),
    IOU_BEST("mIoU, best thresholds"),
    ENERGY_INSIDE("energy inside"),
    INSERTION("insertion \u2191"),
    DELETION("deletion \u2193"),
    ROAD("ROAD \u2191");

    /** Share of a map's maximum from which a pixel counts as shown, for {@link #IOU}. */
    static final double THRESHOLD = 0.5;

    private final String title;

    HeatMapFigure(String title) {
        this.title = title;
    }

    /**
     * One method's map of one film, measured.
     *
     * @param localised where somebody marked the film
     * @param faithfulness where the film was perturbed, which takes long
     * @param milliseconds of this thread's CPU time that the map took: all of it where tensors are computed by one thread
     */
    record Measured(
            String patient,
            Optional<Localisation> localised,
            Optional<Faithfulness> faithfulness,
            double milliseconds) {}

    String title() {
        return title;
    }

    /**
     * The figure of one film, where it was measured.
     *
     * @param threshold of {@link #IOU_GLOBAL}
     */
    Optional<Double> of(Measured film, double threshold) {
        return switch (this) {
            case POINTING_GAME -> film.localised().map(map -> map.hit() ? 1.0 : 0.0);
            case IOU -> film.localised().map(map -> map.iouAt(THRESHOLD));
            case IOU_GLOBAL -> film.localised().map(map -> map.iouAt(threshold));
            case IOU_BEST -> film.localised().map(Localisation::bestIou);
            case ENERGY_INSIDE -> film.localised().map(Localisation::energyInside);
            case INSERTION -> film.faithfulness().map(Faithfulness::insertion);
            case DELETION -> film.faithfulness().map(Faithfulness::deletion);
            case ROAD -> film.faithfulness().map(Faithfulness::road);
        };
    }
}
