package aerate.training.ladder;

import aerate.training.metrics.Estimate;
import aerate.training.metrics.Repeats;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * How a step of a ladder does on the test films.
 *
 * @param step name of its recipe
 * @param runs how many seeds it was trained with
 * @param accuracy mean over the runs, each at the epoch that the validation films chose
 * @param bestEpoch mean over the runs, each at the epoch that does best on the test films themselves: not honest, for
 *     comparison with figures that were chosen so
 * @param gain of {@code accuracy} over the step before, on the same patients; none for the first
 * @param repeats what the figures are of
 */
public record Standing(
        String step,
        int runs,
        Estimate accuracy,
        Estimate bestEpoch,
        Optional<Estimate> gain,
        @JsonIgnore Repeats repeats) {
    private static final long SEED = 1;

    static Standing of(String step, List<Judged> runs, Standing before) {
        List<String> patients = runs.get(0).patients();
        Repeats chosen = new Repeats(patients, runs.stream().map(Judged::chosen).toList());
        Repeats best = new Repeats(patients, runs.stream().map(Judged::best).toList());
        return new Standing(
                step,
                runs.size(),
                chosen.accuracy(SEED),
                best.accuracy(SEED),
                Optional.ofNullable(before).map(earlier -> chosen.gainOver(earlier.repeats(), SEED)),
                chosen);
    }

    /** Whether the gain is more than chance: its interval leaves 0 out. */
    public boolean differs() {
        return gain.isPresent() && (gain.get().low() > 0 || gain.get().high() < 0);
    }
}
