package aerate.film.dicom;

/** A value representation (PS3.5, section 6.2) that Aerate writes. */
enum Vr {
    CS(16),
    DA(8),
    DS(16),
    FL(4),
    IS(12),
    LO(64),
    LT(10240),
    OW(Integer.MAX_VALUE),
    PN(64),
    SH(16),
    SQ(Integer.MAX_VALUE),
    ST(1024),
    TM(14),
    UI(64),
    US(2),
    UT(Integer.MAX_VALUE);

    private final int longest;

    Vr(int longest) {
        this.longest = longest;
    }

    /** Letters or bytes that one value may have. */
    int longest() {
        return longest;
    }

    boolean isText() {
        return switch (this) {
            case FL, OW, SQ, US -> false;
            default -> true;
        };
    }

    /** Whether a value may have several lines, and is the only one. */
    boolean isProse() {
        return this == LT || this == ST || this == UT;
    }

    /** What makes a value's length even. */
    byte padding() {
        return (byte) (this == UI || this == OW ? 0 : ' ');
    }
}
