package aerate.training;

import aerate.network.Architecture;
import aerate.network.InputTransform;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import aerate.tensor.Precision;
import aerate.tensor.Tensor;
import aerate.training.recipe.PrecisionChoice;
import aerate.training.recipe.Recipe;

/**
 * How films get to a network: transformed, on its device, in its layout, computed in its precision.
 *
 * @param channels of a film
 * @param channelsLast whether channels are innermost in memory
 * @param bfloat16 whether convolutions and matrix products run in bfloat16
 */
record Inputs(InputTransform transform, int channels, Device device, boolean channelsLast, boolean bfloat16) {
    /** What a recipe asks for on a device. */
    static Inputs on(Device device, Recipe recipe) {
        boolean bfloat16 = recipe.precision() == PrecisionChoice.BFLOAT16
                || (recipe.precision() == PrecisionChoice.AUTO && Libtorch.prefersBfloat16(device));
        return of(device, recipe.input(), recipe.network(), bfloat16);
    }

    /** Of a network that is not trained any more, in the precision that suits the device. */
    static Inputs on(Device device, InputTransform transform, Architecture network) {
        return of(device, transform, network, Libtorch.prefersBfloat16(device));
    }

    private static Inputs of(Device device, InputTransform transform, Architecture network, boolean bfloat16) {
        return new Inputs(transform, network.channels(), device, network.channelsLast(), bfloat16);
    }

    /** A batch of brightnesses in [0, 1], {@code N x 1 x H x W}, as the network's input. */
    Tensor of(Tensor values) {
        Tensor batch = transform.batchOfValues(values, channels).to(device);
        return channelsLast ? batch.channelsLast() : batch;
    }

    Precision precision() {
        return Precision.of(device, bfloat16);
    }
}
