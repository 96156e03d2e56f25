package aerate.cli;

/**
 * What the judge says of a film.
 *
 * @param probability of pneumonia
 * @param normal whether it is below the judge's operating point
 */
record JudgedFilm(double probability, boolean normal) {}
