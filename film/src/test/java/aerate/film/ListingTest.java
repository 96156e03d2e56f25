package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    @TempDir
    private Path folder;

    @Test
    void everyFile_isListedOnce_withItsSizeOrItsReason() throws IOException {
        Files.createDirectories(folder.resolve("b"));
        FilmWriter.writePng(Film.of(2, 3, 8, new short[6], FilmInfo.of("made")), folder.resolve("b/film.png"));
        Files.writeString(folder.resolve("a"), "no film");
        Files.writeString(folder.resolve(".hidden.png"), "hidden");
        Files.writeString(folder.resolve("notes.txt"), "no film by its name");
        List<Integer> progress = new ArrayList<>();
        Listing listing = Listing.of(folder, Listing.files(folder), progress::add);
        assertThat(progress).containsExactly(1, 2);
        assertThat(listing.films()).extracting(Listing.Entry::path).containsExactly("a", "b/film.png");
        assertThat(listing.films().get(0).unreadable()).get().asString().contains("must be a JPEG, PNG or DICOM file");
        assertThat(listing.films().get(1).size()).contains(new Listing.Size(2, 3, 8));
        assertThat(listing.films().get(1).kind()).isEqualTo(Optional.of("PNG"));
        assertThat(listing.kinds()).containsOnlyKeys("PNG").containsValue(1);
    }
}
