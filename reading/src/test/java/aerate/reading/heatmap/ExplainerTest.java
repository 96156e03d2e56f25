package aerate.reading.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Generator;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The methods' arithmetic, against values computed by hand. */
class ExplainerTest {
    private static final float[] MAPS = {
        1, 2, 3, 4, // A¹
        0, 1, 0, 3, // A²
    };

    private Scope scope;

    @BeforeEach
    void openScope() {
        scope = Scope.open();
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @Test
    void cam_isTheWeightedSumOfMaps() {
        try (HandMade network = HandMade.linear(2, 9, 9, 2, -3)) {
            Tensor map = new Cam().maps(network, Tensors.of(MAPS, 1, 2, 2, 2), 1);
            assertThat(map.shape()).containsExactly(1, 2, 2);
            assertThat(map.floats()).containsExactly(2, 1, 6, -1); // 2 A¹ − 3 A²
        }
    }

    @Test
    void gradCam_isTheReluOfMapsWeightedByTheirMeanGradient() {
        try (HandMade network = HandMade.linear(2, 9, 9, 2, -3)) {
            Tensor map = new GradCam().maps(network, Tensors.of(MAPS, 1, 2, 2, 2), 1);
            assertThat(map.shape()).containsExactly(1, 2, 2);
            assertThat(map.floats()).containsExactly(0.5f, 0.25f, 1.5f, 0); // α = (2, −3)/4
        }
    }

    @Test
    void gradCam_seesThroughHeadsThatAreNotLinear() {
        try (HandMade network = HandMade.squared(2, 9, 9, 2, -3)) {
            // Means 2.5 and 1; y = 2 · 2.5² − 3 · 1², so ∂y/∂A = (2 · 2 · 2.5, −3 · 2 · 1)/4 = (2.5, −1.5)
            Tensor map = new GradCam().maps(network, Tensors.of(MAPS, 1, 2, 2, 2), 1);
            assertThat(map.floats()).containsExactly(2.5f, 3.5f, 7.5f, 5.5f);
        }
    }

    @Test
    void gradCam_ofUnusedChannel_isZero() {
        try (HandMade network = HandMade.linear(2, 1, 1, 0, 1)) {
            Tensor films = Tensors.of(new float[] {5, 6, 7, 8, 0, 0, 0, 0}, 1, 2, 2, 2);
            assertThat(new GradCam().maps(network, films, 1).floats()).containsOnly(0);
        }
    }

    @Test
    void gradCam_ofALinearHead_isTheReluOfCamOverThePositions() {
        try (Generator random = Generator.seeded(11);
                HandMade network = HandMade.linear(4, 1, 2, 3, 4, 0.5f, -2, 1.5f, -0.25f)) {
            Tensor films = random.uniform(3, 4, 5, 7);
            float[] cam = new Cam().maps(network, films, 1).floats();
            float[] expected = new float[cam.length];
            for (int i = 0; i < cam.length; i++) {
                expected[i] = Math.max(0, cam[i]) / 35;
            }
            Tensor gradCam = new GradCam().maps(network, films, 1);
            assertThat(expected).contains(0);
            assertThat(gradCam.max().item()).isPositive();
            assertThat(gradCam.floats()).containsExactly(expected, within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cam", "grad-cam", "grad-cam++", "hires-cam", "layer-cam", "ablation-cam"})
    void batch_equalsSingles(String method) {
        ActivationMap explainer = ActivationMaps.named(method);
        try (Generator random = Generator.seeded(12);
                HandMade network = HandMade.linear(3, 0, 0, 0, 1, -1, 0.5f)) {
            Tensor films = random.uniform(4, 3, 6, 5);
            Tensor together = explainer.maps(network, films, 1);
            for (int i = 0; i < 4; i++) {
                float[] alone =
                        explainer.maps(network, films.narrow(0, i, 1), 1).floats();
                assertThat(together.select(0, i).floats()).isEqualTo(alone);
                assertThat(together.select(0, i).max().item()).isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cam", "grad-cam", "grad-cam++", "hires-cam", "layer-cam", "ablation-cam"})
    void darkFilm_hasAMapOfZeros(String method) {
        try (HandMade network = HandMade.linear(2, 1, 1, 1, 1)) {
            Tensor map = ActivationMaps.named(method).maps(network, Tensors.zeros(1, 2, 3, 3), 1);
            assertThat(map.floats()).containsOnly(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cam", "grad-cam", "grad-cam++", "hires-cam", "layer-cam", "ablation-cam"})
    void named_knowsItsName(String method) {
        assertThat(Explainer.named(method).name()).isEqualTo(method);
    }

    @Test
    void cam_ofAnotherHead_isRefused_sayingWhatToUse() {
        try (HandMade network = HandMade.squared(2, 1, 1, 1, 1)) {
            assertThatThrownBy(() -> new Cam().maps(network, Tensors.zeros(1, 2, 2, 2), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("cam needs", "classifier.weight", "grad-cam works with every head");
        }
    }

    @Test
    void unknownName_isRefused() {
        assertThatThrownBy(() -> Explainer.named("lime"))
                .hasMessage(
                        "a heat map must be cam, grad-cam, grad-cam++, hires-cam, layer-cam, ablation-cam, was lime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@layer1", "cam@", "cam~", "cam~x", "cam~2@layer1", "cam@a@b"})
    void nameOfNoForm_isRefused(String name) {
        assertThatThrownBy(() -> Explainer.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("a heat map must be", "was " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grad-cam++@layer3", "hires-cam@layer3+layer4", "cam~8", "layer-cam@block5+pool5~4"})
    void named_knowsLayersAndViews(String name) {
        assertThat(Explainer.named(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cam", "grad-cam", "grad-cam++", "hires-cam", "layer-cam", "ablation-cam"})
    void oneScore_isThatOfTheSecondClass_andItsNegativeThatOfTheFirst(String method) {
        ActivationMap explainer = ActivationMaps.named(method);
        try (Generator random = Generator.seeded(13);
                HandMade one = HandMade.linear(3, 2, -1, 0.5f);
                HandMade two = HandMade.linear(3, -2, 1, -0.5f, 2, -1, 0.5f)) {
            Tensor films = random.uniform(2, 3, 4, 5);
            for (int index : new int[] {0, 1}) {
                float[] expected = explainer.maps(two, films, index).floats();
                assertThat(explainer.maps(one, films, index).floats()).containsExactly(expected, within(1e-6f));
                assertThat(explainer.maps(two, films, index).abs().max().item()).isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cam", "grad-cam", "grad-cam++", "hires-cam", "layer-cam", "ablation-cam"})
    void gradientThatIsZeroEverywhere_givesZeros_andNoNaN(String method) {
        try (Generator random = Generator.seeded(14);
                HandMade network = HandMade.linear(3, 0, 0, 0, 0, 0, 0)) {
            Tensor maps = ActivationMaps.named(method).maps(network, random.uniform(2, 3, 4, 4), 1);
            assertThat(maps.floats()).containsOnly(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cam", "grad-cam", "grad-cam++", "hires-cam", "layer-cam", "ablation-cam"})
    void gradientThatIsNegativeEverywhere_givesNoNaN(String method) {
        try (Generator random = Generator.seeded(15);
                HandMade network = HandMade.linear(2, 1, 1, -1000, -2)) {
            assertThat(ActivationMaps.named(method)
                            .maps(network, random.uniform(1, 2, 8, 8), 1)
                            .isFinite())
                    .isTrue();
        }
    }

    @Test
    void hiResCam_ofALinearHead_isCamOverThePositions_signAndAll() {
        try (Generator random = Generator.seeded(16);
                HandMade network = HandMade.linear(4, 1, 2, 3, 4, 0.5f, -2, 1.5f, -0.25f)) {
            Tensor films = random.uniform(3, 4, 5, 7);
            float[] expected = new Cam().maps(network, films, 1).times(1.0 / 35).floats();
            assertThat(new HiResCam().maps(network, films, 1).floats()).containsExactly(expected, within(1e-6f));
            assertThat(new HiResCam().maps(network, films, 1).min().item()).isNegative();
        }
    }

    @Test
    void ablationCam_weighsAMapByWhatTheScoreLosesWithoutIt() {
        try (HandMade network = HandMade.linear(2, 9, 9, 2, -3)) {
            // Means 2.5 and 1: without A¹ the score falls by 5, without A² it rises by 3.
            Tensor map = new AblationCam().maps(network, Tensors.of(MAPS, 1, 2, 2, 2), 1);
            assertThat(map.floats()).containsExactly(5, 7, 15, 11); // 5 A¹ − 3 A²
        }
    }

    @Test
    void ablationCam_leavesNoNativeObjects_howeverManyChannels() {
        try (Generator random = Generator.seeded(17);
                HandMade network = HandMade.linear(80, new float[160])) {
            Tensor films = random.uniform(2, 80, 3, 3);
            long before = Libtorch.liveObjects();
            try (Scope inner = Scope.open()) {
                new AblationCam().maps(network, films, 1);
            }
            assertThat(Libtorch.liveObjects()).isEqualTo(before);
        }
    }
}
