package aerate.server.film;

import aerate.film.Label;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A film as the worklist shows it; what is not known is null, and left out of JSON.
 *
 * @param name of its file as the sender called it
 * @param kind how it is stored
 * @param patient pseudonym
 * @param verdict the model's, of its latest reading
 * @param unlike whether it is unlike the films that the model knows
 * @param opinion the radiologist's latest
 * @param place in the order of urgency, the greatest first; in JSON as text, for JavaScript's numbers end at 2^53
 * @param arrival in the order of arrival
 */
public record StoredFilm(
        UUID id,
        State state,
        OffsetDateTime received,
        Origin origin,
        String name,
        String kind,
        String patient,
        LocalDate taken,
        String study,
        String series,
        String instance,
        Integer width,
        Integer height,
        Label verdict,
        Double probability,
        Boolean unlike,
        String model,
        String hash,
        OffsetDateTime readAt,
        Label opinion,
        String problem,
        int attempts,
        @JsonFormat(shape = JsonFormat.Shape.STRING) long place,
        long arrival) {
    /** The columns that make one. */
    static final String COLUMNS = "id, state, received, origin, name, kind, patient, taken, study, series, instance,"
            + " width, height, verdict, probability, unlike, model, hash, read_at, opinion, problem, attempts, place, arrival";
}
