package aerate.film.dicom;

/** What becomes of an attribute that may identify somebody: an action code of PS3.15, Table E.1-1a, made definite. */
enum Protection {
    REMOVE,
    EMPTY,
    /** A value that means nothing, where the standard demands one. */
    DUMMY,
    /** Another identifier, the same for the same. */
    MAP_UID,
    /** A sequence whose items are cleaned in their turn. */
    CLEAN_ITEMS,
    /** A date that keeps its distance to the patient's others. */
    SHIFT;

    /**
     * The action of a row of the table.
     *
     * <p>Of alternatives that depend on whether an object's class demands the attribute, the one that suits all classes: a
     * dummy is right wherever an empty value is, an empty value wherever removal is. A sequence has no dummy; those that
     * could have one are optional in the classes that are de-identified.
     */
    static Protection of(String action, String vr) {
        boolean sequence = vr.equals("SQ");
        return switch (action) {
            case "X" -> REMOVE;
            case "Z", "X/Z" -> EMPTY;
            case "D", "Z/D", "X/D", "X/Z/D" -> sequence ? REMOVE : vr.equals("UI") ? MAP_UID : DUMMY;
            case "U" -> MAP_UID;
            case "X/Z/U*" -> CLEAN_ITEMS;
            default -> throw new IllegalArgumentException("an action must be one of the standard's, was " + action);
        };
    }
}
