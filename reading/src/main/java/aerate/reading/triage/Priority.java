package aerate.reading.triage;

/** Why a film stands where it stands on the worklist; in the order of reading. */
public enum Priority {
    /** Called pneumonia at the operating point. */
    SICK,
    /** Nobody has looked at it: it could not be read. */
    UNREADABLE,
    /** Called normal, but unlike the films that the model was trained on. */
    UNLIKE,
    /** Called normal. */
    NORMAL
}
