/**
 * The same patient's films as disease clears: region, course generator, treatment course. Stands on
 * {@code aerate.reading.heatmap}, {@code aerate.reading.diagnosis} and {@code aerate.diffusion}.
 */
package aerate.reading.course;
