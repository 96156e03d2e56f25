/**
 * Where the disease is on a film, as somebody who knows has drawn it: masks and boxes. Stands on {@code aerate.film}; what
 * measures heat maps stands on it.
 */
package aerate.film.truth;
