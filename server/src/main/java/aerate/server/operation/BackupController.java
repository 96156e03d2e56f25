package aerate.server.operation;

import aerate.server.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * A copy of the database while the server runs. Objects are only ever added, so that who copies them after it has all that it
 * speaks of.
 */
@RestController
class BackupController {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final JdbcClient database;
    private final Path folder;
    private final String url;

    BackupController(JdbcClient database, Settings settings, @Value("${spring.datasource.url}") String url) {
        this.database = database;
        this.folder = settings.folder().resolve("backups");
        this.url = url;
    }

    /** Where the copy lies, below the server's folder. */
    record Backup(String file) {}

    @PostMapping("/api/backups")
    @ResponseStatus(HttpStatus.CREATED)
    Backup backup() throws IOException {
        if (!url.startsWith("jdbc:h2:")) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "a database of its own server must be copied by its own means, as pg_dump");
        }
        Files.createDirectories(folder);
        String name = "database-" + NAME.format(LocalDateTime.now(ZoneOffset.UTC)) + ".zip";
        database.sql("BACKUP TO ?")
                .param(folder.resolve(name).toAbsolutePath().toString())
                .update();
        return new Backup("backups/" + name);
    }
}
