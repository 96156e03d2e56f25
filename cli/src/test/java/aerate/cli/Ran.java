package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command that was run, in this process, and what it said.
 *
 * @param exit code
 * @param out standard output
 * @param err standard error
 */
record Ran(int exit, String out, String err) {
    /** Runs a command of the given words. */
    static Ran of(Object... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            int exit = Main.run(Arrays.stream(words).map(String::valueOf).toArray(String[]::new));
            return new Ran(exit, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Runs a command that computes, on one thread: tests share their machine. */
    static Ran computing(Object... words) {
        return of(Stream.concat(Arrays.stream(words), Stream.of("--threads", 1)).toArray());
    }

    /** Runs {@code train}. */
    static Ran training(Path recipe, Path data, Path run, Object... more) {
        Stream<Object> words = Stream.of("train", recipe, "--data", data, "--out", run);
        return computing(Stream.concat(words, Arrays.stream(more)).toArray());
    }

    /** Runs {@code evaluate}. */
    static Ran evaluating(Path model, Path data, Object... more) {
        Stream<Object> words = Stream.of("evaluate", "--model", model, "--data", data);
        return computing(Stream.concat(words, Arrays.stream(more)).toArray());
    }

    /** Runs {@code diagnose}. */
    static Ran diagnosing(Path model, Object... more) {
        return computing(Stream.concat(Stream.of("diagnose", "--model", model), Arrays.stream(more))
                .toArray());
    }

    /** Runs a command that generates courses: {@code course} or {@code read}. */
    static Ran healing(String command, Workshop workshop, Object... more) {
        List<Object> words = new ArrayList<>(
                List.of(command, "--model", workshop.classifier(), "--diffusion", workshop.denoiser(), "--steps", 10));
        words.addAll(List.of("--sampler", "ddpm", "--force"));
        words.addAll(List.of(more));
        if (!words.contains("--method")) {
            words.addAll(List.of("--method", "per-pixel"));
        }
        return computing(words.toArray());
    }

    /** Itself, if it came to its end. */
    Ran succeeded() {
        assertThat(exit).as(err).isZero();
        return this;
    }

    /** Asserts a failure of this exit code, whose reason is one line that has all the given parts. */
    void refused(int code, Object... parts) {
        String reason = err.lines()
                .filter(line -> line.startsWith("aerate: "))
                .findFirst()
                .orElse("");
        assertThat(reason)
                .as(err)
                .contains(Arrays.stream(parts).map(String::valueOf).toList());
        assertThat(err).doesNotContain("\tat ");
        assertThat(exit).as(err).isEqualTo(code);
    }

    /** Standard output as JSON, of which it must be nothing else. */
    JsonNode json() throws IOException {
        return Json.MAPPER.readTree(out);
    }
}
