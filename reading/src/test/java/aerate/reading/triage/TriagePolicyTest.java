package aerate.reading.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TriagePolicyTest {
    private static final List<Entry> IN_ORDER = List.of(
            Piles.found("certain", 0.99),
            Piles.found("sick-and-unlike", 0.7, Optional.of(true)),
            Piles.found("barely", 0.5),
            Entry.unreadable("cut", "truncated"),
            Entry.unreadable("torn", "truncated"),
            Piles.found("unlike", 0.1, Optional.of(true)),
            Piles.found("unlike-and-less", 0.05, Optional.of(true)),
            Piles.found("nearly", 0.49),
            Piles.found("twin-a", 0.2),
            Piles.found("twin-b", 0.2, Optional.of(false)),
            Piles.found("healthy", 0.01));

    @Test
    void sickFirst_thenUnreadable_thenUnlike_thenNormal_howeverTheyCome() {
        for (long seed = 0; seed < 20; seed++) {
            List<Entry> shuffled = new ArrayList<>(IN_ORDER);
            Collections.shuffle(shuffled, new Random(seed));
            List<Worklist.Place> places =
                    new TriagePolicy().worklist(Piles.HEADING, shuffled).places();
            assertThat(places)
                    .extracting(Worklist.Place::entry)
                    .as("seed " + seed)
                    .isEqualTo(IN_ORDER);
        }
    }

    @Test
    void ranks_countFromOne() {
        assertThat(new TriagePolicy().worklist(Piles.HEADING, IN_ORDER).places())
                .extracting(Worklist.Place::rank)
                .startsWith(1, 2, 3)
                .endsWith(IN_ORDER.size())
                .doesNotHaveDuplicates();
    }

    @Test
    void counts_nameEveryPriority() {
        assertThat(new TriagePolicy().worklist(Piles.HEADING, IN_ORDER).counts())
                .isEqualTo(Map.of(Priority.SICK, 3, Priority.UNREADABLE, 2, Priority.UNLIKE, 2, Priority.NORMAL, 4));
        assertThat(new TriagePolicy().worklist(Piles.HEADING, List.of()).counts())
                .containsEntry(Priority.SICK, 0)
                .hasSize(4);
    }
}
