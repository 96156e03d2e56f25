package aerate.server.film;

import aerate.reading.triage.Priority;

/**
 * A film's place in the order of urgency as one number that no other film has, the greatest first: what it is called, then
 * how probable disease is, then who came first. One column, so that a page of the worklist is one walk along an index.
 */
public final class Place {
    private static final int ARRIVAL_BITS = 40;
    private static final long LAST_ARRIVAL = (1L << ARRIVAL_BITS) - 1;
    private static final long SHARES = 1_000_000;

    private Place() {}

    /** Of a film that nothing is known of yet: after all that is. */
    public static long waiting(long arrival) {
        return of(0, 0, arrival);
    }

    /**
     * Of a film that was looked at.
     *
     * @param probability of pneumonia in [0, 1]; 0 where it could not be read
     */
    public static long of(Priority priority, double probability, long arrival) {
        int rank = switch (priority) {
            case SICK -> 4;
            case UNREADABLE -> 3;
            case UNLIKE -> 2;
            case NORMAL -> 1;
        };
        return of(rank, probability, arrival);
    }

    private static long of(int rank, double probability, long arrival) {
        return ((rank * (SHARES + 1) + Math.round(probability * SHARES)) << ARRIVAL_BITS) | (LAST_ARRIVAL - arrival);
    }
}
