package aerate.reading.triage;

import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * What a journal keeps of a film, in one line: the entry, which state of the file it speaks of, and its picture.
 *
 * @param thumbnail a JPEG in Base64; empty of a film that could not be read
 */
record JournalLine(Entry entry, Stamp stamp, Optional<String> thumbnail) {
    JournalLine {
        Objects.requireNonNull(entry);
        Objects.requireNonNull(stamp);
        Objects.requireNonNull(thumbnail);
    }

    static JournalLine read(FilmFile file, Finding finding, byte[] thumbnail) {
        Optional<String> picture = Optional.of(Base64.getEncoder().encodeToString(thumbnail));
        return new JournalLine(Entry.read(file.name(), finding), file.stamp(), picture);
    }

    static JournalLine unreadable(FilmFile file, String reason) {
        return new JournalLine(Entry.unreadable(file.name(), reason), file.stamp(), Optional.empty());
    }
}
