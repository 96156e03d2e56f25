package aerate.film;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Films that must stay together: one patient's, and those of every patient tied to it by a duplicate.
 *
 * @param name the least of its patients' pseudonyms: does not depend on the order of the films
 * @param films in the order of their source
 */
record Kin(String name, List<LabelledFilm> films) {
    /** All films of a source in such groups, ordered by name. */
    static Collection<Kin> of(FilmSource source) {
        Map<String, String> parents = new HashMap<>();
        for (List<LabelledFilm> duplicates : Duplicates.of(source).groups()) {
            for (LabelledFilm film : duplicates) {
                unite(parents, duplicates.get(0).patient(), film.patient());
            }
        }
        Map<String, List<LabelledFilm>> groups = new TreeMap<>();
        for (LabelledFilm film : source.films()) {
            groups.computeIfAbsent(root(parents, film.patient()), name -> new ArrayList<>())
                    .add(film);
        }
        return groups.entrySet().stream()
                .map(group -> new Kin(group.getKey(), group.getValue()))
                .toList();
    }

    /** Its most frequent label and subtype, the first in alphabetical order where two are equally frequent. */
    String stratum() {
        Map<String, Long> counts = films.stream()
                .map(film -> film.label()
                        + film.subtype().map(subtype -> "/" + subtype).orElse(""))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        long most = counts.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        return counts.keySet().stream()
                .filter(stratum -> counts.get(stratum) == most)
                .findFirst()
                .orElseThrow();
    }

    boolean isGivenAsTest() {
        return films.stream().anyMatch(film -> film.split().equals(Optional.of(Split.TEST)));
    }

    /** Union-find by the lesser name, so that a root is its group's least. */
    private static void unite(Map<String, String> parents, String patient, String other) {
        String root = root(parents, patient);
        String otherRoot = root(parents, other);
        if (root.compareTo(otherRoot) < 0) {
            parents.put(otherRoot, root);
        } else if (root.compareTo(otherRoot) > 0) {
            parents.put(root, otherRoot);
        }
    }

    private static String root(Map<String, String> parents, String patient) {
        String root = patient;
        while (parents.containsKey(root)) {
            root = parents.get(root);
        }
        return root;
    }
}
