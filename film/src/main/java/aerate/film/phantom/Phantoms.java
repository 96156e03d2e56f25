package aerate.film.phantom;

import aerate.film.Film;
import aerate.film.FilmWriter;
import aerate.film.LabelledFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/** Writes phantoms in the folder layout of real collections, with their lesion masks and twins beside them. */
public final class Phantoms {
    private Phantoms() {}

    /**
     * Writes every film as {@code NORMAL/NAME.png} or {@code PNEUMONIA/NAME.png}, and of the sick the mask (255 where
     * diseased, else 0) and the healthy twin under the same name below {@code masks/} and {@code twins/}.
     *
     * @param folder made if missing; files of the same names are replaced
     * @param progress told after each film how many are done
     * @throws IOException if a file cannot be written
     */
    public static void write(PhantomSource source, Path folder, IntConsumer progress) throws IOException {
        List<LabelledFilm> films = source.films();
        for (int i = 0; i < films.size(); i++) {
            Phantom phantom = source.phantom(films.get(i));
            String name = films.get(i).name();
            write(phantom.film(), folder.resolve(name));
            if (phantom.sick()) {
                write(phantom.lesion(), folder.resolve("masks").resolve(name));
                write(phantom.twin(), folder.resolve("twins").resolve(name));
            }
            progress.accept(i + 1);
        }
    }

    private static void write(Film film, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FilmWriter.writePng(film, file);
    }
}
