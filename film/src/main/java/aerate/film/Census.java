package aerate.film;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a collection holds, every film of it decoded once.
 *
 * @param name of the collection
 * @param licence of the collection, or {@code "unknown"}
 * @param films number of films
 * @param labels films per label
 * @param subtypes films per subtype, of those that have one
 * @param splits films per part that the collection itself assigns
 * @param patients number of patients
 * @param filmsPerPatient spread over patients
 * @param widths spread over readable films, in pixels
 * @param heights spread over readable films, in pixels
 * @param sizes films per {@code width x height}, most frequent first
 * @param bits films per depth of a sample
 * @param duplicates films of equal content
 * @param unreadable name of each film that cannot be read, and why
 */
public record Census(
        String name,
        String licence,
        int films,
        Map<Label, Integer> labels,
        Map<String, Integer> subtypes,
        Map<Split, Integer> splits,
        int patients,
        Extent filmsPerPatient,
        Extent widths,
        Extent heights,
        Map<String, Integer> sizes,
        Map<Integer, Integer> bits,
        Duplicates duplicates,
        Map<String, String> unreadable) {

    /**
     * Counts a collection.
     *
     * @param threads films decoded at a time, at least 1
     * @param progress told the number of films done after each, from any thread
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    public static Census of(FilmSource source, int threads, IntConsumer progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + threads);
        }
        Inspection inspection = Inspection.of(source, threads, progress);
        List<LabelledFilm> films = source.films();
        Map<String, Integer> patients = counts(films.stream().map(LabelledFilm::patient));
        Collection<Inspection.Shape> shapes = inspection.shapes().values();
        return new Census(
                source.name(),
                source.licence(),
                films.size(),
                counts(films.stream().map(LabelledFilm::label)),
                counts(films.stream().flatMap(film -> film.subtype().stream())),
                counts(films.stream().flatMap(film -> film.split().stream())),
                patients.size(),
                Extent.of(patients.values()),
                Extent.of(shapes.stream().map(Inspection.Shape::width).toList()),
                Extent.of(shapes.stream().map(Inspection.Shape::height).toList()),
                mostFrequentFirst(counts(shapes.stream().map(shape -> shape.width() + " x " + shape.height()))),
                counts(shapes.stream().map(Inspection.Shape::bits)),
                Duplicates.of(source),
                inspection.unreadable());
    }

    private static <T> Map<T, Integer> counts(Stream<T> things) {
        return things.collect(Collectors.groupingBy(
                Function.identity(), TreeMap::new, Collectors.reducing(0, thing -> 1, Integer::sum)));
    }

    private static Map<String, Integer> mostFrequentFirst(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, LinkedHashMap::new));
    }
}
