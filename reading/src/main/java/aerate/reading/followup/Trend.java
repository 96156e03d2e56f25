package aerate.reading.followup;

/** Which way a film went from the first, as far as the interval of its place tells. */
public enum Trend {
    /** Towards the healthy end. */
    BETTER,
    /** The other way: λ is 0 then, as courses do not go there. */
    WORSE,
    /** The interval holds both. */
    UNCLEAR
}
