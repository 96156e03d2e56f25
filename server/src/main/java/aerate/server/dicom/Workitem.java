package aerate.server.dicom;

import java.util.UUID;

/**
 * A unified procedure step (PS3.4, annex CC): somebody's wish that a film be read.
 *
 * @param dataset in DICOM JSON, as it was asked for
 * @param instance the film's
 * @param film once it is here
 * @param reason why it was cancelled, if it was
 */
record Workitem(String uid, long tenant, State state, String dataset, String instance, UUID film, String reason) {
    /** Where it stands. */
    enum State {
        SCHEDULED("SCHEDULED"),
        IN_PROGRESS("IN PROGRESS"),
        COMPLETED("COMPLETED"),
        CANCELED("CANCELED");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As the standard writes it. */
        String word() {
            return word;
        }

        static State of(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            throw new IllegalArgumentException(
                    "a procedure step's state must be SCHEDULED, IN PROGRESS, COMPLETED or CANCELED, was " + word);
        }
    }
}
