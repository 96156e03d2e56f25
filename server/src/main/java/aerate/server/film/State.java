package aerate.server.film;

/** Where a film stands. */
public enum State {
    /** Accepted: a worker will take it. */
    QUEUED,
    /** A worker has it. */
    READING,
    /** There is a result. */
    READ,
    /** It cannot be read; the problem says why. */
    FAILED
}
