package aerate.film.dicom;

import java.nio.ByteBuffer;

/**
 * One element of a data set.
 *
 * @param vr value representation, two letters; {@code ??} where the syntax does not tell it
 * @param value the bytes between header and next element, in the data set's byte order; of a value of undefined length,
 *     its items without the closing delimiter
 * @param itemized whether the length was undefined, so that the value is a run of items
 */
record Element(int tag, String vr, ByteBuffer value, boolean itemized) {
    static final String UNTOLD = "??";
}
