package aerate.server.dicom;

import aerate.server.film.Films;
import aerate.server.film.State;
import aerate.server.film.StoredFilm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Performs work items: claims those whose film is here, by whatever way it came, and completes them when its results are. A
 * film that cannot be read cancels its item.
 */
@Component
class WorkitemPerformer {
    private static final Logger LOG = LoggerFactory.getLogger(WorkitemPerformer.class);
    private static final int AT_ONCE = 500;

    private final Workitems items;
    private final Films films;
    private final DicomResults results;

    WorkitemPerformer(Workitems items, Films films, DicomResults results) {
        this.items = items;
        this.films = films;
        this.results = results;
    }

    @Scheduled(fixedDelayString = "${aerate.results-every:2000}")
    void perform() {
        try {
            items.unfinished(AT_ONCE).forEach(this::perform);
        } catch (DataAccessException e) {
            LOG.warn("the database failed: {}; trying again", e.getClass().getSimpleName());
        }
    }

    private void perform(Workitem item) {
        if (item.state() == Workitem.State.SCHEDULED) {
            films.ofDicom(item.tenant(), "instance", item.instance()).stream()
                    .findFirst()
                    .ifPresent(film -> items.claim(item, film.id()));
            return;
        }
        StoredFilm film = films.get(item.tenant(), item.film());
        if (film.state() == State.FAILED) {
            items.end(item.uid(), item.state(), Workitem.State.CANCELED, "The film cannot be read");
        } else if (film.state() == State.READ && !results.ofFilm(film.id()).isEmpty()) {
            items.end(item.uid(), item.state(), Workitem.State.COMPLETED, null);
        }
    }
}
