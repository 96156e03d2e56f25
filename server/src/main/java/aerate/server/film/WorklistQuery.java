package aerate.server.film;

import aerate.film.Label;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Which films of a worklist are wanted, in which order; null is any.
 *
 * @param reviewed whether a radiologist has said something
 * @param from received then or later
 * @param to received before
 * @param size at most so many, in [1, 200]
 * @param after the page begins after the film of this place or arrival
 */
record WorklistQuery(
        State state,
        Label verdict,
        Boolean unlike,
        Boolean reviewed,
        OffsetDateTime from,
        OffsetDateTime to,
        Sort sort,
        int size,
        Long after) {
    private static final int LARGEST = 200;

    /** The order of a worklist. */
    enum Sort {
        URGENCY("place"),
        RECEIVED("arrival");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        long of(StoredFilm film) {
            return this == URGENCY ? film.place() : film.arrival();
        }
    }

    WorklistQuery {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("size must be in [1, " + LARGEST + "], was " + size);
        }
    }

    /** The rest of a condition of SQL, whose values are added. */
    String where(List<Object> values) {
        StringBuilder where = new StringBuilder();
        // Choices stand in the text: the database plans each by how many films it leaves.
        where.append(state == null ? "" : " AND state = '" + state.name() + "'");
        where.append(verdict == null ? "" : " AND verdict = '" + verdict.name() + "'");
        where.append(unlike == null ? "" : " AND unlike = " + unlike);
        where.append(reviewed == null ? "" : reviewed ? " AND opinion IS NOT NULL" : " AND opinion IS NULL");
        add(where, values, " AND received >= ?", from);
        add(where, values, " AND received < ?", to);
        add(where, values, " AND " + sort.column + " < ?", after);
        // A film more than is shown tells whether there is another page.
        return where.append(" ORDER BY ")
                .append(sort.column)
                .append(" DESC LIMIT ")
                .append(size + 1)
                .toString();
    }

    private static void add(StringBuilder where, List<Object> values, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }
}
