package aerate.training.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In what precision a network computes; its parameters are float32 always. */
public enum PrecisionChoice {
    /** bfloat16 where the machine is faster with it. */
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("float32")
    FLOAT32,
    @JsonProperty("bfloat16")
    BFLOAT16
}
