package aerate.film.dicom;

import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Reads mutated DICOM films of every syntax: each must be a film or unreadable, and nothing else. What a seed and a number
 * make is always the same input.
 *
 * <p>{@code main} reads as many as its first argument says (a million), with the seed of its second (1):
 *
 * <pre>java -Xmx512m -cp film/target/test-classes:film/target/classes:DEPENDENCIES aerate.film.dicom.Fuzz</pre>
 */
final class Fuzz {
    /** Films of one kind and how many of a thousand inputs are made of them: slow codecs get fewer. */
    private record Share(int ofThousand, List<byte[]> films) {}

    /**
     * What became of the inputs.
     *
     * @param slowestMillis longest time that one took
     * @param slowest the number of that one
     */
    record Result(int films, int refused, long slowestMillis, int slowest) {}

    private final List<Share> shares = new ArrayList<>();
    private final List<byte[]> all = new ArrayList<>();

    Fuzz() throws IOException {
        share(860, made());
        share(40, fixtures("g8_jpegls", "g12_jpegls", "rgb_jpegls-line", "rgb_jpegls-sample", "g12_near"));
        share(30, fixtures("g8_rle", "g12_rle", "rgb_rle", "g10_native"));
        share(30, fixtures("g10_extended", "g12_extended"));
        share(20, fixtures("g8_lossless", "g12_lossless-7", "rgb_lossless", "g8_baseline", "rgb_baseline"));
        share(
                20,
                fixtures(
                        "g8_j2k",
                        "g12_j2k-tiles",
                        "g12_j2k-progression",
                        "g12_j2k-layers",
                        "g12_j2k-modes",
                        "rgb_j2klossy"));
    }

    /** Reads inputs {@code 0 .. inputs - 1}; throws whatever is no refusal, naming the input. */
    Result run(int inputs, long seed) {
        int refused = 0;
        long slowest = 0;
        int which = 0;
        for (int i = 0; i < inputs; i++) {
            long start = System.nanoTime();
            try {
                FilmReader.read(input(i, seed), "mutated");
            } catch (UnreadableFilmException e) {
                refused++;
            } catch (Throwable e) {
                throw new AssertionError("input " + i + " of seed " + seed + " must be a film or unreadable", e);
            }
            long took = System.nanoTime() - start;
            if (took > slowest) {
                slowest = took;
                which = i;
            }
        }
        return new Result(inputs - refused, refused, slowest / 1_000_000, which);
    }

    /** Input {@code number} of a seed. */
    byte[] input(int number, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        int drawn = random.nextInt(1000);
        int share = 0;
        while (drawn >= shares.get(share).ofThousand()) {
            drawn -= shares.get(share).ofThousand();
            share++;
        }
        List<byte[]> films = shares.get(share).films();
        return Mutation.of(films.get(random.nextInt(films.size())), all, random);
    }

    /** Reads every film unharmed, so that mutations begin with what is read. */
    void requireGood() throws UnreadableFilmException {
        for (byte[] film : all) {
            FilmReader.read(film, "good");
        }
    }

    private void share(int ofThousand, List<byte[]> films) {
        shares.add(new Share(ofThousand, films));
        all.addAll(films);
    }

    private static List<byte[]> fixtures(String... names) throws IOException {
        List<byte[]> films = new ArrayList<>();
        for (String name : names) {
            films.add(Fixtures.read(name));
        }
        return films;
    }

    private static List<byte[]> made() {
        byte[] frame = new byte[72];
        frame[0] = 1;
        frame[4] = 64;
        System.arraycopy(new byte[] {3, 1, 2, 3, 4, -1, 9, 0}, 0, frame, 64, 8);
        DicomFile rle = new DicomFile(ByteOrder.LITTLE_ENDIAN, true)
                .film("MONOCHROME2", 1, 3, 2, 8, 8)
                .fragments(frame);
        DicomFile palette = new DicomFile(ByteOrder.LITTLE_ENDIAN, true)
                .film("PALETTE COLOR", 1, 2, 1, 8, 8)
                .bytes(Tag.PIXEL_DATA, "OB", (byte) 0, (byte) 1);
        for (int channel = 0; channel < 3; channel++) {
            palette.words(Tag.RED_PALETTE_DESCRIPTOR + channel, "US", 2, 0, 16)
                    .words(Tag.RED_PALETTE_DATA + channel, "OW", 1000, channel == 0 ? 65535 : 0);
        }
        return List.of(
                film(ByteOrder.LITTLE_ENDIAN, true).in("1.2.840.10008.1.2.1"),
                film(ByteOrder.LITTLE_ENDIAN, false).in("1.2.840.10008.1.2"),
                film(ByteOrder.BIG_ENDIAN, true).in("1.2.840.10008.1.2.2"),
                film(ByteOrder.LITTLE_ENDIAN, true).in("1.2.840.10008.1.2.1.99"),
                rle.in("1.2.840.10008.1.2.5"),
                palette.file());
    }

    /** With every kind of table, window and nesting in its header. */
    private static DicomFile film(ByteOrder order, boolean explicit) {
        DicomFile table = new DicomFile(order, explicit)
                .words(Tag.LUT_DESCRIPTOR, "US", 2, 0, 12)
                .words(Tag.LUT_DATA, "OW", 5, 600);
        return new DicomFile(order, explicit)
                .film("MONOCHROME1", 1, 3, 2, 16, 8)
                .text(Tag.CHARACTER_SET, "CS", "ISO 2022 IR 149")
                .text(Tag.STUDY_DATE, "DA", "20230102")
                .text(Tag.WINDOW_CENTER, "DS", "100")
                .text(Tag.WINDOW_WIDTH, "DS", "200")
                .item(
                        Tag.MODALITY_LUT_SEQUENCE,
                        new DicomFile(order, explicit)
                                .item(Tag.VOI_LUT_SEQUENCE, table)
                                .words(Tag.LUT_DESCRIPTOR, "US", 2, 0, 12)
                                .words(Tag.LUT_DATA, "OW", 5, 600))
                .words(Tag.PIXEL_DATA, "OW", 1, 2, 3, 4, 5, 6);
    }

    public static void main(String[] words) throws IOException {
        int inputs = words.length > 0 ? Integer.parseInt(words[0]) : 1_000_000;
        long seed = words.length > 1 ? Long.parseLong(words[1]) : 1;
        Result result = new Fuzz().run(inputs, seed);
        System.out.printf(
                "%d inputs of seed %d: %d films, %d refused; slowest %d ms (input %d)%n",
                inputs, seed, result.films(), result.refused(), result.slowestMillis(), result.slowest());
    }
}
