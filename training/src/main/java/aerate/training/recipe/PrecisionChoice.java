package aerate.training.recipe;

/** In what precision a network computes; its parameters are float32 always. */
public enum PrecisionChoice {
    /** bfloat16 where the machine is faster with it. */
    AUTO,
    FLOAT32,
    BFLOAT16
}
