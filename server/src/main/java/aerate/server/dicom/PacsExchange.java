package aerate.server.dicom;

import aerate.film.UnreadableFilmException;
import aerate.server.BusyException;
import aerate.server.Settings;
import aerate.server.access.Actor;
import aerate.server.film.Films;
import aerate.server.film.Intake;
import aerate.server.film.Origin;
import aerate.server.store.ObjectStore;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Fetches new films from the archive, and sends results back to it. What fails is tried again; an object that is sent twice has
 * the same identifier, and is one object there.
 */
@Component
class PacsExchange {
    private static final Logger LOG = LoggerFactory.getLogger(PacsExchange.class);
    private static final List<String> MODALITIES = List.of("CR", "DX"); // and so never our own captures
    private static final int AT_ONCE = 50;

    private final Optional<Pacs> pacs;
    private final boolean send;
    private final Films films;
    private final Intake intake;
    private final DicomResults results;
    private final ObjectStore store;
    private final long greatest;
    private final Set<Pacs.Image> refused = new HashSet<>();

    PacsExchange(
            Settings settings,
            Films films,
            Intake intake,
            DicomResults results,
            ObjectStore store,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize greatest) {
        this.pacs = settings.archive().map(Pacs::new);
        this.send = settings.archive().map(Settings.Pacs::send).orElse(false);
        this.films = films;
        this.intake = intake;
        this.results = results;
        this.store = store;
        this.greatest = greatest.toBytes();
    }

    @Scheduled(fixedDelayString = "${aerate.pacs-every:5000}")
    void exchange() {
        if (pacs.isEmpty()) {
            return;
        }
        try {
            fetch(pacs.get());
            if (send) {
                send(pacs.get());
            }
        } catch (BusyException e) {
            LOG.debug("the queue is full: the rest of the archive waits");
        } catch (IOException | IllegalArgumentException | DataAccessException e) {
            LOG.warn("the archive: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetch(Pacs archive) throws IOException, InterruptedException {
        for (String modality : MODALITIES) {
            for (Pacs.Image image : archive.images(modality)) {
                boolean known = !films.ofDicom(Actor.HOUSE, "instance", image.instance())
                        .isEmpty();
                if (!known && !refused.contains(image)) {
                    intake.requireRoom();
                    fetch(archive, image);
                }
            }
        }
    }

    private void fetch(Pacs archive, Pacs.Image image) throws IOException, InterruptedException {
        try {
            archive.fetch(image, greatest, part -> intake.accept(Actor.HOUSE, Origin.DICOMWEB, part, image.instance()));
        } catch (UnreadableFilmException e) {
            LOG.warn("an image of the archive is no film that can be read");
            refused.add(image);
        }
    }

    private void send(Pacs archive) throws IOException, InterruptedException {
        for (DicomResult result : results.unsent(Actor.HOUSE, AT_ONCE)) {
            archive.store(store.get(result.object()));
            results.sent(result);
        }
    }
}
