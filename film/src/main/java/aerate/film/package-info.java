/**
 * The radiograph and where radiographs come from: readers, labelled collections, patient-wise splits, phantoms. Knows no
 * tensors; {@code reading} and {@code training} stand on it.
 */
package aerate.film;
