package aerate.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The file {@code SHA256SUMS} of a folder, in the format of {@code sha256sum}. */
final class Checksums {
    static final String FILE = "SHA256SUMS";

    private Checksums() {}

    static void write(Path folder, List<String> files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String file : files) {
            lines.append(sha256(folder.resolve(file))).append("  ").append(file).append('\n');
        }
        Files.writeString(folder.resolve(FILE), lines);
    }

    /** Checks every file that the list names, and that it names those that must be there. */
    static void verify(Path folder, Set<String> required) throws IOException {
        Map<String, String> sums = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve(FILE))) {
            String[] parts = line.split(" [ *]", 2);
            if (parts.length == 2) {
                sums.put(parts[1], parts[0]);
            }
        }
        Set<String> files = new TreeSet<>(required);
        files.addAll(sums.keySet());
        for (String file : files) {
            String actual = sha256(folder.resolve(file));
            if (!actual.equals(sums.get(file))) {
                throw new IOException(
                        folder.resolve(file) + ": damaged: its SHA-256 must be " + sums.get(file) + ", was " + actual);
            }
        }
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
