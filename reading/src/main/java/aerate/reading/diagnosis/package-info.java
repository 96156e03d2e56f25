/**
 * Pneumonia or normal: the classifier and its diagnosis. Stands on {@code aerate.network} and {@code aerate.film}; heat
 * maps and courses stand on it.
 */
package aerate.reading.diagnosis;
