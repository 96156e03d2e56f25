/**
 * Where a verdict comes from: explainers and the heat maps they draw. Guests of a classifier: they own no weights. Stands
 * on {@code aerate.reading.diagnosis}; courses stand on it.
 */
package aerate.reading.heatmap;
