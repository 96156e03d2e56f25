package aerate.film.dicom;

import java.nio.ByteBuffer;

/** A table of greys from its descriptor and data (PS3.3, C.11.1 and C.11.2); values beyond its ends take the end's entry. */
final class LookupTable {
    private final int first;
    private final int bits;
    private final int[] entries;

    private LookupTable(int first, int bits, int[] entries) {
        this.first = first;
        this.bits = bits;
        this.entries = entries;
    }

    /**
     * The table of a sequence's item.
     *
     * @param signed whether the values looked up may be negative, and with them the first
     */
    static LookupTable of(Dataset item, boolean signed) throws DicomException {
        return of(item, Tag.LUT_DESCRIPTOR, Tag.LUT_DATA, signed);
    }

    static LookupTable of(Dataset holder, int descriptorTag, int dataTag, boolean signed) throws DicomException {
        Element descriptor = holder.element(descriptorTag).orElseThrow(() -> missing(descriptorTag));
        Element data = holder.element(dataTag).orElseThrow(() -> missing(dataTag));
        int[] described = Dataset.numbers(descriptor);
        if (described.length != 3) {
            throw new DicomException("a lookup table's descriptor must have 3 values, had " + described.length);
        }
        int first = signed || descriptor.vr().equals("SS") ? (short) described[1] : described[1];
        int bits = described[2];
        if (bits < 8 || bits > 16) {
            throw new DicomException("a lookup table's entries must have 8 to 16 bits, had " + bits);
        }
        int count = described[0] == 0 ? 1 << 16 : described[0];
        return new LookupTable(first, bits, entries(data.value(), count, bits));
    }

    /** Entries of 16 bits each, or of 8 bits in pairs with the first in the lower byte. */
    private static int[] entries(ByteBuffer data, int count, int bits) throws DicomException {
        boolean pairs = bits == 8 && data.remaining() == count + count % 2;
        if (!pairs && data.remaining() != 2 * count) {
            throw new DicomException("a lookup table of " + count + " entries must have " + 2 * count + " bytes, had "
                    + data.remaining());
        }
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) {
            int word = data.getShort(pairs ? i / 2 * 2 : 2 * i) & 0xFFFF;
            entries[i] = pairs ? (word >>> (8 * (i % 2))) & 0xFF : word;
            if (entries[i] >= 1 << bits) {
                throw new DicomException("a lookup table's entry of " + bits + " bits must be less than " + (1 << bits)
                        + ", was " + entries[i]);
            }
        }
        return entries;
    }

    int bits() {
        return bits;
    }

    int size() {
        return entries.length;
    }

    /** The greatest entry that its bits can hold. */
    int maximum() {
        return (1 << bits) - 1;
    }

    int at(double value) {
        long index = Math.round(value) - first;
        return entries[(int) Math.max(0, Math.min(entries.length - 1, index))];
    }

    private static DicomException missing(int tag) {
        return new DicomException("a lookup table must have " + Tag.name(tag) + ", had not");
    }
}
