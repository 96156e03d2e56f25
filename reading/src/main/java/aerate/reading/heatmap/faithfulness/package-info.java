/**
 * Whether a heat map tells the truth: against marks of the disease ({@link
 * aerate.reading.heatmap.faithfulness.Localisation}) and, without them, against what the classifier says when the pixels
 * that the map points at are gone ({@link aerate.reading.heatmap.faithfulness.Faithfulness}). Stands on
 * {@code aerate.reading.heatmap}, {@code aerate.reading.diagnosis} and {@code aerate.film.truth}.
 */
package aerate.reading.heatmap.faithfulness;
