package aerate.film.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SceneTest {
    @Test
    void filmsOfOnePatient_shareAnatomyAndDisease_butNotPositioning() {
        Scene first = Scene.draw(1, 7, 0, true);
        Scene second = Scene.draw(1, 7, 1, true);
        assertThat(second.anatomy()).isEqualTo(first.anatomy());
        assertThat(second.lesion()).isEqualTo(first.lesion());
        assertThat(second.positioning()).isNotEqualTo(first.positioning());
        assertThat(second.noise()).isNotEqualTo(first.noise());
    }

    @Test
    void patients_differInAnatomy() {
        assertThat(IntStream.range(0, 50)
                        .mapToObj(i -> Scene.draw(1, i, 0, false).anatomy()))
                .doesNotHaveDuplicates();
    }

    @Test
    void disease_leavesEverythingElseAsItWas() {
        Scene healthy = Scene.draw(1, 7, 0, false);
        Scene sick = Scene.draw(1, 7, 0, true);
        assertThat(healthy.lesion()).isEmpty();
        assertThat(sick.anatomy()).isEqualTo(healthy.anatomy());
        assertThat(sick.positioning()).isEqualTo(healthy.positioning());
        assertThat(sick.exposure()).isEqualTo(healthy.exposure());
        assertThat(sick.markings()).isEqualTo(healthy.markings());
    }

    @Test
    void lesions_areOfBothKinds_neitherRare() {
        long bacterial = IntStream.range(0, 200)
                .mapToObj(i -> Scene.draw(2, i, 0, true).lesion().orElseThrow())
                .filter(Consolidation.class::isInstance)
                .count();
        assertThat(bacterial).isBetween(80L, 160L);
    }
}
