/**
 * The product, inference only: a film is read. The reader composes {@code diagnosis}, {@code heatmap} and {@code course};
 * the command line and other edges stand on it.
 */
package aerate.reading;
