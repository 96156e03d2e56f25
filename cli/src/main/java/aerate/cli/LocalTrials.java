package aerate.cli;

import aerate.film.WholeFile;
import aerate.training.MetricsLog;
import aerate.training.search.Assignment;
import aerate.training.search.Outcome;
import aerate.training.search.Reading;
import aerate.training.search.TrialExecutor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Trials as {@code aerate train} on this machine, each in a process of its own with this one's environment, class path and
 * options: the launcher's settings of memory and threads hold for them too. A trial ends with the process that started it.
 */
final class LocalTrials implements TrialExecutor {
    private static final Set<Integer> TOLD_TO_STOP = Set.of(130, 143); // 128 + SIGINT, 128 + SIGTERM
    private static final String REASON = "aerate: ";

    private final List<String> words;

    /**
     * Trials on films.
     *
     * @param more words for {@code train}
     */
    LocalTrials(Path data, List<String> more) {
        words = new ArrayList<>(List.of("--data", data.toString(), "--save-every", "30", "--attached"));
        words.addAll(more);
    }

    @Override
    public Outcome run(Assignment assignment, Path folder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path recipe = folder.resolve("trial.yaml");
        WholeFile.write(recipe, assignment.trial().recipe().getBytes(StandardCharsets.UTF_8));
        Path said = folder.resolve("train.log");
        int exit = ended(new ProcessBuilder(command(assignment, recipe, folder))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start());
        double seconds = (System.nanoTime() - start) * 1e-9;
        List<Reading> readings = Reading.of(MetricsLog.read(folder), assignment.epochs());
        return exit == 0
                ? assignment.ended(readings, seconds)
                : assignment.failed(readings, seconds, reason(exit, said));
    }

    private static int ended(Process process) throws InterruptedException {
        Thread onExit = new Thread(() -> stop(process));
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            int exit = process.waitFor();
            if (TOLD_TO_STOP.contains(exit)) {
                throw new InterruptedException("a trial was told to stop; go on with --resume");
            }
            Runtime.getRuntime().removeShutdownHook(onExit);
            return exit;
        } catch (InterruptedException e) {
            stop(process);
            throw e;
        } catch (IllegalStateException thisProcessEnds) {
            throw new InterruptedException("the search was told to stop; go on with --resume");
        }
    }

    /** Lets the run save itself. */
    private static void stop(Process process) {
        process.destroy();
        process.onExit().join();
    }

    private List<String> command(Assignment assignment, Path recipe, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-D" + ProgressBars.TERMINAL + "=false");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("train", recipe.toString(), "--out", folder.toString()));
        command.addAll(words);
        if (!assignment.epochs().isEmpty()) {
            int last = assignment.epochs().get(assignment.epochs().size() - 1);
            command.addAll(List.of("--until", String.valueOf(last)));
        }
        return command;
    }

    private static String reason(int exit, Path said) throws IOException {
        return Files.readAllLines(said).stream()
                .filter(line -> line.startsWith(REASON))
                .map(line -> line.substring(REASON.length()))
                .reduce((earlier, later) -> later)
                .orElse("ended with exit code " + exit + ", see " + said.getFileName());
    }
}
