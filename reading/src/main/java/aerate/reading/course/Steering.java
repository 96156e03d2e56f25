package aerate.reading.course;

import aerate.diffusion.ClassDenoiser;
import aerate.diffusion.ClassDifference;
import aerate.diffusion.Control;
import aerate.diffusion.Counterfactual;
import aerate.diffusion.Ddim;
import aerate.diffusion.Guided;
import aerate.diffusion.NoiseSchedule;
import aerate.film.Label;
import aerate.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * What may steer a course besides its region.
 *
 * @param classifier its gradient, where one is to lead
 * @param network that is told classes, where the prior is one
 * @param afterStep is run after each step that is steered
 */
record Steering(Optional<Control> classifier, Optional<ClassDenoiser> network, Runnable afterStep) {
    private static final int HEALTHY = Label.NORMAL.index();
    private static final int DISEASED = Label.PNEUMONIA.index();

    /** Along the classifier's gradient and the prior's own, where it has one. */
    Guided guided(NoiseSchedule schedule, int stride, double guidance) {
        Control towardsNormal = counted(classifier.orElseThrow());
        List<Control> controls = network.<List<Control>>map(
                        told -> List.of(towardsNormal, new ClassDifference(schedule, told, HEALTHY, DISEASED)))
                .orElse(List.of(towardsNormal));
        return new Guided(schedule, controls, stride, guidance);
    }

    /** By what the prior makes of a film as healthy, and along the classifier's gradient, where one is to lead. */
    Counterfactual counterfactual(NoiseSchedule schedule, int stride, double guidance) {
        ClassDenoiser told = network.orElseThrow();
        ClassDenoiser counted = (noisy, levels, labels) -> {
            Tensor clean = told.clean(noisy, levels, labels);
            afterStep.run();
            return clean;
        };
        return new Counterfactual(new Ddim(schedule, stride), counted, HEALTHY, DISEASED, classifier, guidance);
    }

    private Control counted(Control control) {
        return (image, step, noise) -> {
            Tensor direction = control.direction(image, step, noise);
            afterStep.run();
            return direction;
        };
    }
}
