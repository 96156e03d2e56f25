package aerate.training;

import aerate.film.FilmSource;
import aerate.film.Fingerprint;
import aerate.film.PatientSplit;
import aerate.film.UnreadableFilmException;
import aerate.network.Json;
import aerate.network.Manifest;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a checkpoint's provenance says of the films that it was trained on: so that it is not measured on these by mistake.
 *
 * @param fingerprint of the collection
 * @param split that its films were divided by
 */
public record TrainedOn(String fingerprint, PatientSplit split) {
    /** As the manifest of a checkpoint that a {@link Trainer} wrote has it. */
    public static TrainedOn of(Manifest manifest) {
        JsonNode provenance = Json.MAPPER.valueToTree(manifest.provenance());
        return new TrainedOn(
                provenance.at("/data/fingerprint").asText(),
                Json.MAPPER.convertValue(provenance.at("/recipe/split"), PatientSplit.class));
    }

    /**
     * Whether a collection is the very one.
     *
     * @throws UnreadableFilmException if its content cannot be read
     */
    public boolean saw(FilmSource source) throws UnreadableFilmException {
        return Fingerprint.of(source).equals(fingerprint);
    }
}
