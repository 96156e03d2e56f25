package aerate.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What ties a process to the one that started it. A process that is killed can tell its children nothing, but the pipe that
 * it held to their standard input closes.
 */
final class Attachment {
    private static final int KILLED = 137; // 128 + SIGKILL

    private Attachment() {}

    /**
     * Ends this process, as a crash would, as soon as its standard input ends; and waits until no other attached process is
     * at work in a folder, since one whose parent was killed may take a moment to end.
     */
    static void begin(Path folder) throws IOException {
        Thread watch = new Thread(Attachment::watch, "attachment");
        watch.setDaemon(true);
        watch.start();
        Files.createDirectories(folder);
        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .lock(); // until this process ends
    }

    private static void watch() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("aerate: standard input: " + e.getMessage());
        }
        Runtime.getRuntime().halt(KILLED);
    }
}
