/**
 * What Aerate says of a film, as objects that a hospital's archive takes: secondary captures and a structured report, linked
 * to the film's patient and study. Knows films, pictures and plain numbers; stands on {@code film.dicom}, which writes the
 * bytes.
 */
package aerate.report.dicom;
