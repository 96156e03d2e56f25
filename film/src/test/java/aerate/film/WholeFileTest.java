package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void link_staysALink_toTheContent() throws IOException {
        Path target = Files.createFile(folder.resolve("target"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        WholeFile.write(link, CONTENT);
        assertThat(link).isSymbolicLink();
        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void device_staysADevice_andSaysThatItIsFull() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full, a Linux device that is always full");
        assertThatThrownBy(() -> WholeFile.write(full, CONTENT))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("/dev/full: cannot be written: ");
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    @Test
    void folderInTheWay_isAnError_andStays() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        assertThatThrownBy(() -> WholeFile.write(taken, CONTENT))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(taken + ": cannot be written: ");
        assertThat(taken).isEmptyDirectory();
    }

    @Test
    void missingFolder_isAnError_thatNamesTheFileAndNotItsPart() {
        Path file = folder.resolve("missing").resolve("file");
        assertThatThrownBy(() -> WholeFile.write(file, CONTENT))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": cannot be written: there is no such folder");
    }

    @Test
    void contentThatEndsHalfWay_leavesTheOldFile_andNothingElse() throws IOException {
        Path file = Files.write(folder.resolve("file"), CONTENT);
        assertThatThrownBy(() -> WholeFile.write(file, stream -> {
                    stream.write(new byte[100_000]);
                    throw new IOException("the source ran dry");
                }))
                .hasMessage(file + ": cannot be written: the source ran dry");
        assertThat(file).hasBinaryContent(CONTENT);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void existingFile_isReplaced_andNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("file");
        WholeFile.write(file, CONTENT);
        WholeFile.write(file, new byte[] {4});
        assertThat(file).hasBinaryContent(new byte[] {4});
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
