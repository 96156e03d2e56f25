package aerate.tensor.layer;

import aerate.tensor.Tensor;

/** Parameters and the function of one tensor that they define. */
public abstract class Layer extends ParameterTree {
    /** The function: pure arithmetic, no scopes. */
    public abstract Tensor forward(Tensor x);
}
