package aerate.server.store;

import aerate.server.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Objects as files of a folder of this machine. */
@Component
public final class FolderStore implements ObjectStore {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+(\\.[a-z0-9]+)?)+");

    private final Path folder;
    private final Path incoming;
    private final long reserve;

    @Autowired
    FolderStore(Settings settings) throws IOException {
        this(settings.folder().resolve("objects"), settings.reserve().toBytes());
    }

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
        } catch (FileSystemException e) {
            throw e.getReason() != null && isFull(e.getReason()) ? full(e) : e;
        } catch (IOException e) {
            throw isFull(String.valueOf(e.getMessage())) ? full(e) : e;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public byte[] get(String key) throws IOException {
        return Files.readAllBytes(file(key));
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
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a key must be words with slashes between them, was " + key);
        }
        return folder.resolve(key);
    }

    private void requireRoom() throws IOException {
        FileStore disk = Files.getFileStore(folder);
        if (disk.getUsableSpace() < reserve) {
            throw new FullException(
                    "the disk must keep %d bytes free, has %d".formatted(reserve, disk.getUsableSpace()), null);
        }
    }

    private static boolean isFull(String reason) {
        return reason.contains("No space left") || reason.contains("quota") || reason.contains("too large");
    }

    private static FullException full(IOException e) {
        return new FullException("the disk is full", e);
    }

    /** What a process that was killed left: nobody was told that it is there. */
    private void removeHalfWritten() throws IOException {
        try (var parts = Files.newDirectoryStream(incoming)) {
            for (Path part : parts) {
                Files.delete(part);
            }
        }
    }
}
