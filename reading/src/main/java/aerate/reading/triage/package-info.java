/**
 * A pile of films in the order in which a human should read them: found as files come, judged while others are decoded,
 * kept in a journal, sorted into a worklist. It flags; it removes nothing. Stands on {@code diagnosis} and {@code
 * heatmap}; only the edges stand on it.
 */
package aerate.reading.triage;
