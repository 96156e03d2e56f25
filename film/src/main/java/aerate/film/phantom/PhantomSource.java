package aerate.film.phantom;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.FilmSource;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A collection of phantoms, half of them sick, with one to four films per patient.
 *
 * <p>Nothing is stored: each film is rendered when it is read, to the same bytes for the same seed on every machine and
 * in any number of threads. The same seed at another size gives the same patients. Names are those of the Guangzhou
 * collection: {@code NORMAL/IM-0012-0001.png}, {@code PNEUMONIA/person12_bacteria_3.png}.
 */
public final class PhantomSource implements FilmSource {
    private static final int MOST_FILMS_PER_PATIENT = 4;

    private final int size;
    private final long seed;
    private final Map<LabelledFilm, Shot> shots;

    /** Which film of which patient an entry is. */
    private record Shot(int patient, int film) {}

    private PhantomSource(int size, long seed, Map<LabelledFilm, Shot> shots) {
        this.size = size;
        this.seed = seed;
        this.shots = shots;
    }

    /**
     * A collection of phantoms.
     *
     * @param films how many, at least 1; of an odd number one more is normal
     * @param size width and height in pixels, at least 16
     * @param seed of everything that is drawn
     */
    public static PhantomSource of(int films, int size, long seed) {
        if (films < 1) {
            throw new IllegalArgumentException("a phantom collection must have at least 1 film, was " + films);
        }
        if (size < 16) {
            throw new IllegalArgumentException("a phantom must be at least 16 pixels wide, was " + size);
        }
        Map<LabelledFilm, Shot> shots = new LinkedHashMap<>();
        SplittableRandom random = new SplittableRandom(seed);
        int sick = films / 2;
        int patient = 0;
        while (shots.size() < films) {
            patient++;
            boolean normal = shots.size() < films - sick;
            int room = (normal ? films - sick : films) - shots.size();
            int count = Math.min(room, random.nextInt(1, MOST_FILMS_PER_PATIENT + 1));
            String subtype = normal
                    ? ""
                    : Scene.draw(seed, patient, 0, true).lesion().orElseThrow().subtype();
            for (int film = 0; film < count; film++) {
                LabelledFilm entry = normal ? normal(patient, film) : sick(patient, subtype, shots.size() + 1);
                shots.put(entry, new Shot(patient, film));
            }
        }
        return new PhantomSource(size, seed, shots);
    }

    private static LabelledFilm normal(int patient, int film) {
        String pseudonym = String.format(Locale.ROOT, "NORMAL/IM-%04d", patient);
        String name = String.format(Locale.ROOT, "%s-%04d.png", pseudonym, film + 1);
        return new LabelledFilm(name, Label.NORMAL, Optional.empty(), pseudonym, Optional.empty());
    }

    private static LabelledFilm sick(int patient, String subtype, int running) {
        String pseudonym = "PNEUMONIA/person" + patient;
        String name = pseudonym + "_" + subtype + "_" + running + ".png";
        return new LabelledFilm(name, Label.PNEUMONIA, Optional.of(subtype), pseudonym, Optional.empty());
    }

    @Override
    public String name() {
        return "phantoms, seed " + seed + ", " + size + " px";
    }

    @Override
    public String licence() {
        return "CC0-1.0";
    }

    @Override
    public List<LabelledFilm> films() {
        return List.copyOf(shots.keySet());
    }

    @Override
    public Film read(LabelledFilm film) {
        return phantom(film).film();
    }

    /**
     * Renders one of {@link #films()} with its lesion mask and its twin.
     *
     * @throws IllegalArgumentException if the film is not of this collection
     */
    public Phantom phantom(LabelledFilm entry) {
        Shot shot = shots.get(entry);
        if (shot == null) {
            throw new IllegalArgumentException("a film must be one of its source's, was " + entry.name());
        }
        Scene scene = Scene.draw(seed, shot.patient, shot.film, entry.label() == Label.PNEUMONIA);
        FilmInfo info =
                new FilmInfo(entry.name(), Optional.of(entry.patient()), FilmInfo.View.FRONTAL, Optional.empty());
        Exposed exposed = Renderer.render(scene, size, info);
        return new Phantom(entry, shot.patient, exposed.film(), exposed.lesion(), exposed.twin());
    }
}
