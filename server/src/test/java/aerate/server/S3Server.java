package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An S3-compatible store (S3Proxy, which checks signatures) in a process of its own, with one bucket in a folder. */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "clinic";
    private static final Path PROGRAM = Path.of("target", "s3proxy", "s3proxy.jar");
    private static final String ACCESS = "radiology";
    private static final String SECRET = "a-secret-of-tests";
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

    private final Path folder;
    private final int port;
    private Process process;

    /** One that runs. */
    public S3Server(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        Files.createDirectories(folder.resolve("objects").resolve(BUCKET));
        start();
    }

    /** Starts it where it was before, with all that it had. */
    public void start() throws IOException, InterruptedException {
        Path settings = Files.writeString(folder.resolve("s3proxy.properties"), """
                        s3proxy.endpoint=%s
                        s3proxy.authorization=aws-v4
                        s3proxy.identity=%s
                        s3proxy.credential=%s
                        jclouds.provider=filesystem-nio2
                        jclouds.filesystem.basedir=%s
                        """.formatted(
                        endpoint(), ACCESS, SECRET, folder.resolve("objects")));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        PROGRAM.toString(),
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        long deadline = System.nanoTime() + LONGEST;
        while (!answers()) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as(Files.readString(folder.resolve("s3proxy.log")))
                    .isTrue();
            Thread.sleep(100);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return new Client(endpoint()).get("/").status() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it, as a machine whose power fails. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** What a server that uses it is told. */
    public Map<String, String> settings() {
        return settings(BUCKET, SECRET);
    }

    public Map<String, String> settings(String bucket, String secret) {
        return Map.of(
                "aerate.objects",
                "s3://" + bucket + "/films-of-tests",
                "aerate.s3.endpoint",
                endpoint(),
                "aerate.s3.access-key",
                ACCESS,
                "aerate.s3.secret-key",
                secret);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
