package aerate.training.augmentation;

import aerate.tensor.Generator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A given number of augmentations, drawn anew for each film: every choice without repetition is as likely, and those that
 * are chosen keep their order and their own probability (Albumentations 2's SomeOf without replacement).
 *
 * @param probability that a film gets any; always where it is absent
 * @param count how many are drawn, in [1, their number]
 * @param of what is drawn from
 */
public record SomeOf(Optional<Double> probability, int count, List<Augmentation> of) implements Augmentation {
    public SomeOf {
        Rules.requireProbability("some-of", probability);
        Rules.require(of != null && !of.isEmpty(), "some-of.of must name at least one augmentation");
        of = List.copyOf(of);
        Rules.require(
                count >= 1 && count <= of.size(), "some-of.count must be in [1, " + of.size() + "], was " + count);
    }

    /** Never by itself: what it draws may be. */
    @Override
    public boolean geometric() {
        return false;
    }

    @Override
    public List<Augmentation> parts() {
        return of.stream().flatMap(part -> part.parts().stream()).toList();
    }

    @Override
    public List<Augmentation> drawn(Generator random) {
        if (!Augmentation.happens(probability, random)) {
            return List.of();
        }
        float[] ranks = random.uniform(of.size()).floats();
        return IntStream.range(0, of.size())
                .boxed()
                .sorted(Comparator.comparing(part -> ranks[part]))
                .limit(count)
                .sorted()
                .flatMap(part -> of.get(part).drawn(random).stream())
                .toList();
    }
}
