package aerate.server.reading;

import aerate.film.Label;
import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.diagnosis.Typicality;
import aerate.reading.heatmap.HeatMap;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What one model said of a film.
 *
 * @param hash of the model's weights
 * @param chosen how the threshold was
 * @param share of like films that lie as far from those that the model knows; null where it does not tell
 * @param method of the heat map
 * @param map its values, row by row, float32
 */
@SuppressWarnings("ArrayRecordComponent") // copied on both ways
public record StoredReading(
        String hash,
        String model,
        double probability,
        double threshold,
        String chosen,
        Label verdict,
        boolean unlike,
        Double share,
        String method,
        @JsonIgnore int mapWidth,
        @JsonIgnore int mapHeight,
        @JsonIgnore byte[] map,
        OffsetDateTime readAt,
        long milliseconds) {
    static final String COLUMNS =
            "hash, model, probability, threshold, chosen, verdict, unlike, share, method, map_width,"
                    + " map_height, map, read_at, milliseconds";

    public StoredReading {
        map = map.clone();
    }

    static StoredReading of(Diagnosis diagnosis, HeatMap where, long milliseconds) {
        ByteBuffer map = ByteBuffer.allocate(Float.BYTES * where.width() * where.height());
        map.asFloatBuffer().put(where.values());
        return new StoredReading(
                diagnosis.weightsHash(),
                diagnosis.model(),
                diagnosis.probability(),
                diagnosis.operatingPoint().threshold(),
                diagnosis.operatingPoint().chosen(),
                diagnosis.verdict(),
                diagnosis.unlike(),
                diagnosis.typicality().map(Typicality::share).orElse(null),
                where.method(),
                where.width(),
                where.height(),
                map.array(),
                OffsetDateTime.now(ZoneOffset.UTC),
                milliseconds);
    }

    @Override
    public byte[] map() {
        return map.clone();
    }

    /** The heat map for pneumonia. */
    public HeatMap heatMap() {
        float[] values = new float[mapWidth * mapHeight];
        ByteBuffer.wrap(map).asFloatBuffer().get(values);
        return HeatMap.of(mapWidth, mapHeight, values, Label.PNEUMONIA, method);
    }
}
