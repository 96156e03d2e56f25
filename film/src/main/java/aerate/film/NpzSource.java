package aerate.film;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The films of an NPZ archive in the layout of MedMNIST: {@code train_images}, {@code train_labels} and likewise
 * {@code val} and {@code test}. Patients are not known, so each film is its own. All films are held in memory.
 */
public final class NpzSource implements FilmSource {
    private static final Map<Split, String> PREFIXES =
            Map.of(Split.TRAIN, "train", Split.VALIDATION, "val", Split.TEST, "test");

    private final Path file;
    private final Map<Split, NpzPart> parts;
    private final List<LabelledFilm> films;

    private NpzSource(Path file, Map<Split, NpzPart> parts) {
        this.file = file;
        this.parts = parts;
        List<LabelledFilm> listed = new ArrayList<>();
        parts.forEach((split, part) -> {
            for (int i = 0; i < part.size(); i++) {
                String name = PREFIXES.get(split) + "/" + i;
                listed.add(new LabelledFilm(name, part.label(i), Optional.empty(), name, Optional.of(split)));
            }
        });
        films = List.copyOf(listed);
    }

    /**
     * Reads an archive.
     *
     * @throws UnreadableFilmException if it is damaged, has none of the three parts, or a part of another shape or type
     */
    public static NpzSource open(Path file) throws UnreadableFilmException {
        Map<Split, NpzPart> parts = new EnumMap<>(Split.class);
        try (Npz archive = Npz.open(file)) {
            for (Split split : Split.values()) {
                String prefix = PREFIXES.get(split);
                Optional<Npy> images = archive.find(prefix + "_images");
                Optional<Npy> labels = archive.find(prefix + "_labels");
                if (images.isPresent() != labels.isPresent()) {
                    throw new UnreadableFilmException(
                            file.toString(),
                            "an NPZ must have " + prefix + "_images and " + prefix + "_labels, had only one of them");
                }
                if (images.isPresent() && labels.isPresent()) {
                    parts.put(split, NpzPart.of(images.get(), labels.get(), file + "/" + prefix));
                }
            }
        }
        if (parts.isEmpty()) {
            throw new UnreadableFilmException(
                    file.toString(), "an NPZ must have train_images, val_images or test_images, had none");
        }
        return new NpzSource(file, parts);
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public String licence() {
        return Licence.of(file.toAbsolutePath().getParent());
    }

    @Override
    public List<LabelledFilm> films() {
        return films;
    }

    @Override
    public Film read(LabelledFilm film) throws UnreadableFilmException {
        Split split = film.split().orElseThrow();
        int index = Integer.parseInt(film.name().substring(film.name().indexOf('/') + 1));
        FilmInfo info = new FilmInfo(
                file + "/" + film.name(), Optional.of(film.patient()), FilmInfo.View.UNKNOWN, Optional.empty());
        return parts.get(split).film(index, info);
    }
}
