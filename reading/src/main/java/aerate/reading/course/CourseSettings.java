package aerate.reading.course;

import aerate.diffusion.Healing;
import aerate.diffusion.NoiseSchedule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a course depends on besides film, heat map and models.
 *
 * @param method how the region enters
 * @param sampler how the way back is walked
 * @param steps of the sampler for the full range of noise levels; T divided by it, rounded up, is the stride
 * @param seed of all noise; each film gets the same, whatever films it is generated with
 * @param region how the heat map becomes a region
 * @param guidance away from disease, at least 0: of the counterfactual and the guided how far they go, of the others that of a
 *     prior that is told classes; others know of none; the method's usual one if absent
 * @param healthyToo whether films that the classifier calls normal are changed as well
 */
public record CourseSettings(
        CourseMethod method,
        SamplerChoice sampler,
        int steps,
        long seed,
        RegionRule region,
        Optional<Double> guidance,
        boolean healthyToo) {
    private static final int STEPS = 20;

    public CourseSettings {
        Objects.requireNonNull(method);
        Objects.requireNonNull(sampler);
        Objects.requireNonNull(region);
        if (steps < 1) {
            throw new IllegalArgumentException("course.steps must be at least 1, was " + steps);
        }
        if (guidance.isPresent() && !(guidance.get() >= 0)) {
            throw new IllegalArgumentException("course.guidance must be at least 0, was " + guidance.get());
        }
    }

    /** What suits a prior best, of films that are called sick. */
    public static CourseSettings usual(HealthyPrior prior) {
        RegionRule rule = RegionSource.usual(prior).rule();
        return new CourseSettings(
                CourseMethod.usual(prior), SamplerChoice.DDIM, STEPS, 1, rule, Optional.empty(), false);
    }

    /** By ancestral sampling, without guidance, of whatever film. */
    public CourseSettings(CourseMethod method, int steps, long seed, RegionRule region) {
        this(method, SamplerChoice.DDPM, steps, seed, region, Optional.of(0.0), true);
    }

    /** The same by another method. */
    public CourseSettings by(CourseMethod other) {
        return new CourseSettings(other, sampler, steps, seed, region, guidance, healthyToo);
    }

    /** The same with another guidance, or the method's usual one. */
    public CourseSettings guided(Optional<Double> other) {
        return new CourseSettings(method, sampler, steps, seed, region, other, healthyToo);
    }

    /** How strongly it is led away from disease. */
    public double strength() {
        return guidance.orElse(method.usualGuidance());
    }

    /** The same for films, too, that are called normal. */
    public CourseSettings ofWhateverFilm() {
        return new CourseSettings(method, sampler, steps, seed, region, guidance, true);
    }

    /** Steps on a film's way to all of some λ. */
    int steps(List<Integer> lambdas, NoiseSchedule schedule) {
        return method.steps(sampler.of(schedule, stride(schedule)), stride(schedule), lambdas);
    }

    /** The way itself. */
    Healing healing(NoiseSchedule schedule, Steering steering) {
        return method.healing(sampler.of(schedule, stride(schedule)), stride(schedule), strength(), steering);
    }

    private int stride(NoiseSchedule schedule) {
        return (int) Math.ceil((double) schedule.levels() / steps);
    }
}
