package aerate.reading.course;

import aerate.diffusion.ClassDifference;
import aerate.diffusion.ClassifierFree;
import aerate.diffusion.Control;
import aerate.diffusion.NoiseSchedule;
import aerate.film.Label;
import aerate.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * What may steer a course besides its region.
 *
 * @param classifier its gradient
 * @param network that is told classes, where the prior is one
 * @param afterStep is run after each step that is steered
 */
record Steering(Control classifier, Optional<ClassifierFree.ClassDenoiser> network, Runnable afterStep) {
    /** The classifier's gradient and the prior's own, where it has one. */
    List<Control> both(NoiseSchedule schedule) {
        return network.isEmpty()
                ? List.of(counted(classifier))
                : List.of(counted(classifier), difference(schedule, network.get()));
    }

    /** The prior's own gradient, of one that is told classes. */
    List<Control> prior(NoiseSchedule schedule) {
        return List.of(counted(difference(schedule, network.orElseThrow())));
    }

    private static Control difference(NoiseSchedule schedule, ClassifierFree.ClassDenoiser told) {
        return new ClassDifference(schedule, told, Label.NORMAL.index(), Label.PNEUMONIA.index());
    }

    private Control counted(Control control) {
        return (image, step, noise) -> {
            Tensor direction = control.direction(image, step, noise);
            afterStep.run();
            return direction;
        };
    }
}
