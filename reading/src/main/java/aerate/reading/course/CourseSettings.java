package aerate.reading.course;

import java.util.Objects;

/**
 * What a course depends on besides film, heat map and models.
 *
 * @param method how the region enters
 * @param steps of the sampler for the full range of noise levels; T divided by it, rounded up, is the stride
 * @param seed of all noise; each film gets the same, whatever films it is generated with
 * @param region how the heat map becomes a region
 */
public record CourseSettings(CourseMethod method, int steps, long seed, RegionRule region) {
    public CourseSettings {
        Objects.requireNonNull(method);
        Objects.requireNonNull(region);
        if (steps < 1) {
            throw new IllegalArgumentException("course.steps must be at least 1, was " + steps);
        }
    }
}
