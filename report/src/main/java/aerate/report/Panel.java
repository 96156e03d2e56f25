package aerate.report;

import aerate.film.Film;
import java.awt.image.BufferedImage;
import java.util.Objects;

/**
 * One picture of a {@link Strip}.
 *
 * @param picture not copied
 * @param caption what it is; may be empty
 * @param note a figure under the caption; may be empty
 */
public record Panel(BufferedImage picture, String caption, String note) {
    public Panel {
        Objects.requireNonNull(picture);
        Objects.requireNonNull(caption);
        Objects.requireNonNull(note);
    }

    public Panel(BufferedImage picture, String caption) {
        this(picture, caption, "");
    }

    public Panel(Film film, String caption) {
        this(FilmPicture.of(film), caption, "");
    }
}
