/**
 * Codecs of compressed pixels that DICOM wraps and the JDK alone does not read: JPEG of every kind, JPEG-LS, JPEG 2000.
 * They know of samples and bytes, not of films; {@code aerate.film.dicom} stands on them.
 */
package aerate.film.codec;
