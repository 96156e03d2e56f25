package aerate.training.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** The figure on the validation films that trials are compared by. */
public enum Goal {
    /** Calibrated cross-entropy, or a denoiser's squared error: less is better. */
    @JsonProperty("loss")
    LOSS,
    @JsonProperty("accuracy")
    ACCURACY,
    @JsonProperty("sensitivity")
    SENSITIVITY,
    @JsonProperty("specificity")
    SPECIFICITY,
    @JsonProperty("auroc")
    AUROC;

    /** As recipes and logs call it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Among the figures of an epoch; NaN if it is not there. */
    public double of(Map<String, Double> figures) {
        return figures.getOrDefault(title(), Double.NaN);
    }

    /** Better ones first, those that are not defined last. */
    public Comparator<Double> order() {
        Comparator<Double> rising = Comparator.naturalOrder();
        return Comparator.comparing((Double figure) -> figure.isNaN())
                .thenComparing(this == LOSS ? rising : rising.reversed());
    }
}
