package aerate.reading.course;

import aerate.diffusion.ClassifierFree;
import aerate.diffusion.Control;
import aerate.diffusion.DeltaDenoising;
import aerate.diffusion.Healing;
import aerate.diffusion.NoiseSchedule;
import aerate.film.Label;
import java.util.Optional;

/**
 * What may steer a course besides its region.
 *
 * @param control the classifier's gradient
 * @param network that is told classes, where the prior is one
 * @param guidance away from disease
 */
record Steering(Control control, Optional<ClassifierFree.ClassDenoiser> network, double guidance) {
    Healing delta(NoiseSchedule schedule, int stride) {
        ClassifierFree.ClassDenoiser told = network.orElseThrow(() ->
                new IllegalArgumentException("the method delta needs a denoiser that is told classes, was one of healthy films"));
        return new DeltaDenoising(
                schedule, told, Label.NORMAL.index(), Label.PNEUMONIA.index(), stride, 1 + guidance);
    }
}
