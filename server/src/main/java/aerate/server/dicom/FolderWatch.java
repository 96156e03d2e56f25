package aerate.server.dicom;

import aerate.film.UnreadableFilmException;
import aerate.server.BusyException;
import aerate.server.Settings;
import aerate.server.access.Actor;
import aerate.server.film.Intake;
import aerate.server.film.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes films from a folder: a file that has not changed for a moment is accepted and then moved to {@code accepted}, or to
 * {@code refused} where it is none. What was not moved yet is taken again after a crash, which makes no second film of it.
 */
@Component
class FolderWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final int AT_ONCE = 100;

    private final Settings settings;
    private final Intake intake;

    FolderWatch(Settings settings, Intake intake) {
        this.settings = settings;
        this.intake = intake;
    }

    @Scheduled(fixedDelayString = "${aerate.watch-every:2000}")
    void look() {
        if (settings.watched().isEmpty()) {
            return;
        }
        try {
            for (Path file : quiet(settings.watched().get())) {
                take(file);
            }
        } catch (BusyException e) {
            LOG.debug("the queue is full: the rest of the watched folder waits");
        } catch (IOException | RuntimeException e) {
            LOG.error("the watched folder: {}", e.toString());
        }
    }

    private void take(Path file) throws IOException {
        try {
            intake.accept(Actor.HOUSE, Origin.FOLDER, file, String.valueOf(file.getFileName()));
            move(file, "accepted");
        } catch (UnreadableFilmException e) {
            LOG.warn("a file of the watched folder is no film: it is now in 'refused'");
            move(file, "refused");
        }
    }

    private static void move(Path file, String where) throws IOException {
        Path folder = Files.createDirectories(file.resolveSibling(where));
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> quiet(Path folder) throws IOException {
        Instant since = Instant.now().minus(QUIET);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> isUnchanged(file, since))
                    .sorted()
                    .limit(AT_ONCE)
                    .toList();
        }
    }

    private static boolean isUnchanged(Path file, Instant since) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(since);
        } catch (IOException e) {
            return false; // it went away
        }
    }
}
