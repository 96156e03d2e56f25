package aerate.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A real server in this process, on a port of its own, with a model of milliseconds. */
public final class Clinic implements AutoCloseable {
    private static final Pattern PASSWORD = Pattern.compile("its password (\\S+)");

    private final ConfigurableApplicationContext context;
    private final String said;
    private Client admin;

    private Clinic(ConfigurableApplicationContext context, String said) {
        this.context = context;
        this.said = said;
    }

    /** Starts one, with settings beside the usual ones. */
    public static Clinic start(Path data, Path model, Map<String, String> more) {
        List<String> settings = new ArrayList<>(
                List.of("--server.port=0", "--aerate.folder=" + data.toAbsolutePath(), "--aerate.model=" + model));
        if (!more.containsKey("aerate.reserve")) {
            settings.add("--aerate.reserve=1MB"); // the machines of tests have small disks
        }
        more.forEach((name, value) -> settings.add("--" + name + "=" + value));
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8)); // where the first password stands
            return new Clinic(
                    new SpringApplicationBuilder(ServerApplication.class).run(settings.toArray(String[]::new)),
                    said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
        }
    }

    /** What it said while it started. */
    public String said() {
        return said;
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Somebody who is not logged in. */
    public Client stranger() {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return new Client("http://127.0.0.1:" + port);
    }

    /** A part of it, of several of its type. */
    public <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** The first account, logged in once for all: a password is slow to check. */
    public synchronized Client admin() throws IOException, InterruptedException {
        admin = admin == null ? loggedIn() : admin;
        return admin;
    }

    /** The first account in a session of its own. */
    public Client loggedIn() throws IOException, InterruptedException {
        return stranger().login("admin", password());
    }

    /** The first account's. */
    public String password() {
        Matcher password = PASSWORD.matcher(said);
        if (!password.find()) {
            throw new IllegalStateException("a first account must be printed, was: " + said);
        }
        return password.group(1);
    }

    @Override
    public void close() {
        context.close();
    }
}
