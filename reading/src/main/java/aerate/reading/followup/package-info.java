/**
 * A patient's later films held against the course that was generated from the first: registration, place on the course, what
 * changed. Stands on {@code aerate.reading.course}.
 */
package aerate.reading.followup;
