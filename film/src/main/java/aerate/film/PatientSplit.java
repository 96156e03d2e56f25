package aerate.film;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a collection is divided: no patient and no exact duplicate on two sides, each label and subtype in the same
 * proportions.
 *
 * <p>Whom chance puts where depends on the seed and the patient's pseudonym alone, so that the order of the films plays no
 * part and adding a patient moves few others.
 *
 * @param validation share of the films that serve for choosing, in [0, 1); of what is not test
 * @param test share of the films that serve for the final figures, in [0, 1); not drawn where the collection brings its
 *     own and that is honoured
 * @param honourGiven whether films that the collection assigns to its test part stay there, with whatever is tied to
 *     them; its other parts are pooled either way, since published validation parts may be as small as 16 films
 * @param seed of the draw
 * @param training share of what is left for training that serves, in (0, 1]; the rest is in no part. Lesser shares are
 *     among greater ones, and the other parts are the same for any. All of it if not given
 */
public record PatientSplit(double validation, double test, boolean honourGiven, long seed, Optional<Double> training) {
    public PatientSplit {
        requireShare("validation", validation);
        requireShare("test", test);
        if (validation + test >= 1) {
            throw new IllegalArgumentException(
                    "validation and test must leave films for training, were " + validation + " and " + test);
        }
        double share = training.orElse(1.0);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("training must be in (0, 1], was " + share);
        }
    }

    /** All that is neither validation nor test serves for training. */
    public PatientSplit(double validation, double test, boolean honourGiven, long seed) {
        this(validation, test, honourGiven, seed, Optional.empty());
    }

    /** Divides a collection; every part is present, if need be empty, in the order of the source. */
    public Map<Split, List<LabelledFilm>> split(FilmSource source) {
        Collection<Kin> all = Kin.of(source);
        boolean given = honourGiven && all.stream().anyMatch(Kin::isGivenAsTest);
        Map<String, List<Kin>> strata = all.stream()
                .filter(kin -> !(given && kin.isGivenAsTest()))
                .collect(Collectors.groupingBy(Kin::stratum, TreeMap::new, Collectors.toList()));
        Map<LabelledFilm, Optional<Split>> parts = new HashMap<>();
        strata.values().forEach(stratum -> draw(stratum, given ? 0 : test, parts));
        Map<Split, List<LabelledFilm>> split = new EnumMap<>(Split.class);
        for (Split part : Split.values()) {
            split.put(
                    part,
                    source.films().stream()
                            .filter(film -> parts.getOrDefault(film, Optional.of(Split.TEST))
                                    .equals(Optional.of(part)))
                            .toList());
        }
        return split;
    }

    /** Lines a stratum's groups up by chance and cuts the line; a group falls where its middle lies. */
    private void draw(List<Kin> stratum, double testShare, Map<LabelledFilm, Optional<Split>> parts) {
        List<Kin> line = stratum.stream()
                .sorted(Comparator.comparing((Kin kin) -> lot(kin.name())).thenComparing(Kin::name))
                .toList();
        double total = line.stream().mapToInt(kin -> kin.films().size()).sum();
        int before = 0;
        for (Kin kin : line) {
            double middle = (before + kin.films().size() / 2.0) / total;
            Optional<Split> part = part(middle, testShare);
            kin.films().forEach(film -> parts.put(film, part));
            before += kin.films().size();
        }
    }

    /** Of a group whose middle is at a place in [0, 1) of the line. */
    private Optional<Split> part(double middle, double testShare) {
        double choosing = testShare + validation;
        if (middle < choosing) {
            return Optional.of(middle < testShare ? Split.TEST : Split.VALIDATION);
        }
        return middle < choosing + training.orElse(1.0) * (1 - choosing) ? Optional.of(Split.TRAIN) : Optional.empty();
    }

    private String lot(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return ContentHash.of(ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(seed)
                .put(text)
                .array());
    }

    private static void requireShare(String name, double share) {
        boolean valid = share >= 0 && share < 1; // false for NaN
        if (!valid) {
            throw new IllegalArgumentException(name + " must be in [0, 1), was " + share);
        }
    }
}
