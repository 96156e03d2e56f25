package aerate.reading.heatmap;

/** The methods by their names. */
final class ActivationMaps {
    private ActivationMaps() {}

    static ActivationMap named(String name) {
        return (ActivationMap) Explainer.named(name);
    }
}
