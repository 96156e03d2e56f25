package aerate.reading.triage;

import aerate.film.Film;
import aerate.reading.heatmap.HeatMap;
import java.io.IOException;
import java.util.Optional;

/** How a film's picture on the worklist is drawn; lent by the edges, since reading knows no pictures. */
@FunctionalInterface
public interface ThumbnailPainter {
    /**
     * Draws a film that is small already.
     *
     * @param where it speaks for pneumonia, to be laid over it; empty if no map is wanted
     * @param finding how much that is to be believed
     * @return the bytes of a JPEG file
     */
    byte[] paint(Film film, Optional<HeatMap> where, Finding finding) throws IOException;
}
