package aerate.server.course;

import java.util.UUID;

/** A course went on, or ended: told to whoever watches. */
public record CourseChanged(long tenant, UUID id) {}
