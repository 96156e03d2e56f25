package aerate.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * {@code aerate}, which dispatches to one class a command.
 *
 * <p>Exit code 0 is success, 2 a wrong word (an option, a recipe, a folder that is not what it should be), 1 any other
 * failure; the reason is one line on standard error, with a stack trace only under {@code --debug}.
 */
@Command(
        name = "aerate",
        description = "Reads chest films: diagnosis, heat map, treatment course. Research use only.",
        subcommands = {
            DataCommand.class,
            PhantomCommand.class,
            AugmentCommand.class,
            TrainCommand.class,
            SearchCommand.class,
            LadderCommand.class,
            ImportCommand.class,
            CalibrateCommand.class,
            EvaluateCommand.class,
            NtkCommand.class,
            WhitenCommand.class,
            DiagnoseCommand.class,
            CourseCommand.class,
            ReadCommand.class,
            CompareCommand.class,
            DetectCommand.class,
            FollowUpCommand.class,
            HeatMapsCommand.class,
            TriageCommand.class,
            DeidentifyCommand.class,
            DemoCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {"", "Besides: serve, the server for a clinic (aerate serve --help)."},
        mixinStandardHelpOptions = true,
        version = "aerate " + Main.VERSION,
        scope = ScopeType.INHERIT)
public final class Main {
    static final String VERSION = "0.1.0";

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    private boolean debug;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] words) {
        System.exit(run(words));
    }

    /** Runs one command; returns its exit code. */
    static int run(String... words) {
        Main main = new Main();
        return new CommandLine(main)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("aerate: " + reason(e));
                    if (main.debug) {
                        e.printStackTrace(command.getErr());
                    }
                    return e instanceof IllegalArgumentException ? 2 : 1;
                })
                .execute(words);
    }

    /** In one line; the file system's own exceptions say no more than a path. */
    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file or folder";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": may not be read or written";
        }
        if (e instanceof FileAlreadyExistsException inTheWay) {
            return inTheWay.getFile() + ": a folder must be here, but there is a file";
        }
        if (e instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": cannot be read or written";
        }
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().findFirst().orElse(e.toString());
    }
}
