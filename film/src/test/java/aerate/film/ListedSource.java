package aerate.film;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A collection of entries whose pixels follow from their names, or from the name that they are a copy of. */
record ListedSource(List<LabelledFilm> films, Map<String, String> copies) implements FilmSource {
    /** Patients of one to five films: some normal, some bacterial, some viral. */
    static ListedSource ofPatients(int patients, long seed) {
        Random random = new Random(seed);
        List<LabelledFilm> films = new ArrayList<>();
        for (int patient = 0; patient < patients; patient++) {
            Label label = random.nextInt(4) == 0 ? Label.NORMAL : Label.PNEUMONIA;
            Optional<String> subtype = label == Label.NORMAL
                    ? Optional.empty()
                    : Optional.of(random.nextInt(3) == 0 ? "virus" : "bacteria");
            int count = 1 + random.nextInt(5);
            for (int film = 0; film < count; film++) {
                films.add(
                        new LabelledFilm(patient + "/" + film, label, subtype, "patient " + patient, Optional.empty()));
            }
        }
        return new ListedSource(films, Map.of());
    }

    ListedSource shuffled(long seed) {
        List<LabelledFilm> shuffled = new ArrayList<>(films);
        Collections.shuffle(shuffled, new Random(seed));
        return new ListedSource(shuffled, copies);
    }

    @Override
    public String name() {
        return "listed";
    }

    @Override
    public String licence() {
        return "unknown";
    }

    @Override
    public Film read(LabelledFilm film) throws UnreadableFilmException {
        String original = copies.getOrDefault(film.name(), film.name());
        if (original.isEmpty()) {
            throw new UnreadableFilmException(film.name(), "blank");
        }
        return Samples.film(8, 4, 8, original.hashCode());
    }
}
