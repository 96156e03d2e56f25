package aerate.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Objects as files of a folder of this machine. */
final class FolderStore implements ObjectStore {
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final Path incoming;
    private final long reserve;

    /**
     * A store in a folder, which is made.
     *
     * @param reserve bytes of its disk that are left free
     */
    FolderStore(Path folder, long reserve) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.incoming = Files.createDirectories(folder.resolve("incoming"));
        this.reserve = reserve;
        removeHalfWritten();
    }

    @Override
    public void put(String key, InputStream content) throws IOException {
        Path file = file(key);
        requireThere();
        requireRoom();
        Path part = incoming.resolve(UUID.randomUUID().toString());
        try {
            write(part, content);
            Path parent = file.getParent();
            boolean made = !Files.isDirectory(parent);
            Files.createDirectories(parent);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            for (Path above = parent; !above.equals(folder.getParent()); above = above.getParent()) {
                sync(above);
                if (!made) {
                    break; // only the names in new folders are new
                }
            }
        } catch (IOException e) {
            throw isFull(e) ? new FullException("the disk is full", e) : away(e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public byte[] get(String key) throws IOException {
        try {
            return Files.readAllBytes(file(key));
        } catch (NoSuchFileException e) {
            requireThere();
            throw e;
        } catch (IOException e) {
            throw away(e);
        }
    }

    /** A disk that is not mounted has not what this made on it: nothing is written in its place. */
    @Override
    public void requireThere() throws AwayException {
        if (!Files.isDirectory(incoming)) {
            throw away(new NotDirectoryException(incoming.toString()));
        }
    }

    private static void write(Path part, InputStream content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream stream = Channels.newOutputStream(channel)) {
            content.transferTo(stream);
            channel.force(true);
        }
    }

    /** A file's name is in its folder, which has to reach the disk too. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path file(String key) {
        return folder.resolve(Keys.require(key));
    }

    private void requireRoom() throws IOException {
        FileStore disk = Files.getFileStore(folder);
        if (disk.getUsableSpace() < reserve) {
            throw new FullException(
                    "the disk must keep %d bytes free, has %d".formatted(reserve, disk.getUsableSpace()), null);
        }
    }

    private static boolean isFull(IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason != null
                && (reason.contains("No space left") || reason.contains("quota") || reason.contains("too large"));
    }

    private AwayException away(IOException e) {
        return new AwayException("the folder of objects failed: " + e, e);
    }

    /**
     * What a process that was killed left: nobody was told that it is there. Not what is young, for another server may be
     * writing it.
     */
    private void removeHalfWritten() throws IOException {
        FileTime since = FileTime.from(Instant.now().minus(ABANDONED));
        try (var parts = Files.newDirectoryStream(incoming)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).compareTo(since) < 0) {
                    Files.delete(part);
                }
            }
        }
    }
}
