package aerate.film;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exact duplicates within one collection.
 *
 * @param groups films of equal content, two or more in each, in the order of their source
 */
public record Duplicates(List<List<LabelledFilm>> groups) {
    public Duplicates {
        groups = groups.stream().map(List::copyOf).toList();
        for (List<LabelledFilm> group : groups) {
            if (group.size() < 2) {
                throw new IllegalArgumentException("a group of duplicates must have at least 2 films, was " + group);
            }
        }
    }

    /**
     * Finds films of equal {@link FilmSource#contentHash}. A film that cannot be read is nobody's duplicate;
     * {@link Census} lists it.
     */
    public static Duplicates of(FilmSource source) {
        Map<String, List<LabelledFilm>> byHash = new LinkedHashMap<>();
        for (LabelledFilm film : source.films()) {
            hash(source, film)
                    .ifPresent(hash -> byHash.computeIfAbsent(hash, key -> new ArrayList<>())
                            .add(film));
        }
        return new Duplicates(
                byHash.values().stream().filter(group -> group.size() > 1).toList());
    }

    /** Films that have at least one duplicate. */
    public int films() {
        return groups.stream().mapToInt(List::size).sum();
    }

    private static Optional<String> hash(FilmSource source, LabelledFilm film) {
        try {
            return Optional.of(source.contentHash(film));
        } catch (UnreadableFilmException e) {
            return Optional.empty();
        }
    }
}
