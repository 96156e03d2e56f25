package aerate.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aerate serve}: translates words into settings, and starts the server. */
@Command(
        name = "aerate serve",
        description = "Takes films in, reads them, and shows a worklist. Research use only.",
        footer = "Everything else is set by environment: docs/server.md.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", description = "(8080)")
    private Integer port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Where to listen; this machine only if not given.")
    private String host;

    @Option(names = "--data", paramLabel = "DIR", description = "Where all is kept (out/server).")
    private Path data;

    @Option(names = "--model", paramLabel = "CHECKPOINT", description = "The classifier (models/diagnosis).")
    private Path model;

    @Option(names = "--diffusion", paramLabel = "CHECKPOINT", description = "A denoiser, for courses.")
    private Path diffusion;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of one operation (1).")
    private Integer threads;

    private Main() {}

    /** Runs until it is told to end; 2 is a wrong word, 1 any other failure to start. */
    public static void main(String[] words) {
        int code = new CommandLine(new Main())
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
                    command.getErr().println("aerate: " + cause.getMessage());
                    return cause instanceof IllegalArgumentException ? 2 : 1;
                })
                .execute(words);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() {
        List<String> settings = new ArrayList<>();
        add(settings, "server.port", port);
        add(settings, "server.address", host);
        add(settings, "aerate.folder", data);
        add(settings, "aerate.model", model);
        add(settings, "aerate.diffusion", diffusion);
        add(settings, "aerate.threads", threads);
        requireFolder("--model", model);
        requireFolder("--diffusion", diffusion);
        SpringApplication application = new SpringApplication(ServerApplication.class);
        application.setRegisterShutdownHook(true);
        application.addInitializers(Main::makeFolderAbsolute);
        application.run(settings.toArray(String[]::new));
        return 0;
    }

    /** Whoever named it: H2 refuses a path that does not say itself from where it goes. */
    private static void makeFolderAbsolute(ConfigurableApplicationContext context) {
        String name = "aerate.folder";
        ConfigurableEnvironment environment = context.getEnvironment();
        Path folder = Path.of(environment.getRequiredProperty(name)).toAbsolutePath();
        environment.getPropertySources().addFirst(new MapPropertySource("absolute", Map.of(name, folder.toString())));
    }

    private static void requireFolder(String option, Path folder) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(option + " must be a checkpoint's folder, was " + folder);
        }
    }

    private static void add(List<String> settings, String name, Object value) {
        if (value != null) {
            settings.add("--" + name + "=" + value);
        }
    }
}
