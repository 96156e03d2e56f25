package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The README speaks of the commands and options that there are. */
class ReadmeTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)(?: ([^`]*))?` \\|");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Set<String> PICOCLIS_OWN = Set.of("help");

    @Test
    void commandsTable_namesEveryCommand() throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher row = ROW.matcher(readme());
        while (row.find()) {
            named.add(row.group(1));
        }
        Set<String> commands = new TreeSet<>(commandLine().getSubcommands().keySet());
        commands.removeAll(PICOCLIS_OWN);
        assertThat(named).isEqualTo(commands);
    }

    @Test
    void commandsTable_namesOptionsThatExist() throws IOException {
        Matcher row = ROW.matcher(readme());
        while (row.find()) {
            CommandLine command = commandLine().getSubcommands().get(row.group(1));
            Matcher option = OPTION.matcher(row.group(2) == null ? "" : row.group(2));
            while (option.find()) {
                assertThat(command.getCommandSpec().optionsMap())
                        .as(row.group(1))
                        .containsKey(option.group());
            }
        }
    }

    @Test
    void filesItLinksTo_exist() throws IOException {
        Matcher link = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(readme());
        while (link.find()) {
            assertThat(root().resolve(link.group(1))).exists();
        }
    }

    private static CommandLine commandLine() {
        return new CommandLine(Main.class);
    }

    private static String readme() throws IOException {
        return Files.readString(root().resolve("README.md"));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
