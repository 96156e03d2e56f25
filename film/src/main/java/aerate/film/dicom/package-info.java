/**
 * Films as hospitals hold them: DICOM Part 10 files, from their bytes to the grey that a reader would be shown. Stands
 * beside the other formats of {@code aerate.film} and knows no network protocol.
 */
package aerate.film.dicom;
