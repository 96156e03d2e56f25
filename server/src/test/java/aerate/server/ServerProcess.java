package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, which can be killed for real. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening at (\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("its password (\\S+)");
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(120);

    private final Process process;
    private final Path said;

    /**
     * Starts one, as {@code aerate serve} does.
     *
     * @param said file for all that it says; it starts in this file's folder
     */
    ServerProcess(Path said, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // it does not live long
                "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Dorg.bytedeco.javacpp.maxbytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--port",
                "0"));
        command.addAll(List.of(words));
        this.said = said;
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.directory(said.getParent().toFile());
        builder.environment().put("AERATE_RESERVE", "1MB");
        builder.environment().put("AERATE_WORKERS", "3");
        process = builder.start();
    }

    /** Who may ask it, as soon as it listens. */
    Client stranger() throws IOException, InterruptedException {
        return new Client(waitedFor(LISTENING));
    }

    /** The first account's password, where it is the first start. */
    String password() throws IOException, InterruptedException {
        return waitedFor(PASSWORD);
    }

    String said() throws IOException {
        return Files.readString(said);
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill}: it ends by itself; returns its exit code. */
    int end() throws InterruptedException {
        process.destroy();
        process.waitFor();
        return process.exitValue();
    }

    private String waitedFor(Pattern sign) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST;
        while (true) {
            Matcher found = sign.matcher(said());
            if (found.find()) {
                return found.group(1);
            }
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as(said())
                    .isTrue();
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
