package aerate.server.film;

import java.util.UUID;

/** A film came, or is not what it was: told to whoever watches, after it was committed. */
public record FilmChanged(long tenant, UUID id) {}
