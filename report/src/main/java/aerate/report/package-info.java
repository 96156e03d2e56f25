/**
 * Pictures, charts and self-contained pages of what was read and measured. Knows films and plain numbers only; the edges
 * fill it from {@code reading} and {@code training}.
 */
package aerate.report;
