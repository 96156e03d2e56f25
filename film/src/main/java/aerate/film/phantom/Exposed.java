package aerate.film.phantom;

import aerate.film.Film;

/**
 * A scene on film, before its collection files it.
 *
 * @param film 8 bits
 * @param lesion 1 bit: 1 where the disease reaches aerated lung
 * @param twin 8 bits: the film without the disease
 */
record Exposed(Film film, Film lesion, Film twin) {}
