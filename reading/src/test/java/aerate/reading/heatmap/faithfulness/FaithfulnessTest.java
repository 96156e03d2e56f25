package aerate.reading.heatmap.faithfulness;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.Label;
import aerate.network.Architecture;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.reading.TinyModels;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a classifier that goes by the brightness of a film, and of nothing else. */
class FaithfulnessTest {
    private static final int SIDE = 32;

    @TempDir
    private Path folder;

    @Test
    void mapOfWhatTheClassifierGoesBy_isMoreFaithful_thanItsOpposite() throws IOException {
        Film film = bright();
        try (Classifier classifier = ofBrightness()) {
            Faithfulness right = Faithfulness.of(classifier, film, map(film, 1), 1);
            Faithfulness none = Faithfulness.of(classifier, film, map(film, 0), 1);
            Faithfulness wrong = Faithfulness.of(classifier, film, map(film, -1), 1);
            assertThat(right.insertion()).isGreaterThan(none.insertion());
            assertThat(none.insertion()).isGreaterThan(wrong.insertion());
            assertThat(right.deletion()).isLessThan(none.deletion());
            assertThat(none.deletion()).isLessThan(wrong.deletion());
            assertThat(right.road()).isGreaterThan(0.02).isLessThanOrEqualTo(0.5);
            assertThat(wrong.road()).isLessThan(-0.02).isGreaterThanOrEqualTo(-0.5);
            assertThat(none.road()).isBetween(-0.02, 0.02);
        }
    }

    @Test
    void sameSeed_givesTheSame_andNothingNativeIsLeft() throws IOException {
        Film film = bright();
        try (Classifier classifier = ofBrightness()) {
            Faithfulness first = Faithfulness.of(classifier, film, map(film, 1), 7);
            long objects = Libtorch.liveObjects();
            assertThat(Faithfulness.of(classifier, film, map(film, 1), 7)).isEqualTo(first);
            assertThat(Libtorch.liveObjects()).isEqualTo(objects);
        }
    }

    /** A bright square on a dark film. */
    private static Film bright() {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            values[i] = x >= 8 && x < 20 && y >= 8 && y < 20 ? 0.9f : 0.1f;
        }
        return Film.ofValues(SIDE, SIDE, 8, values, FilmInfo.of("bright"));
    }

    private static HeatMap map(Film film, float sign) {
        float[] values = film.values();
        for (int i = 0; i < values.length; i++) {
            values[i] *= sign;
        }
        return HeatMap.of(SIDE, SIDE, values, Label.PNEUMONIA, "test");
    }

    /** The mean brightness is carried through to the scores, all else is zero: pneumonia from a mean of 0.16. */
    private Classifier ofBrightness() throws IOException {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "brightness",
                Architecture.Classifier.named("densenet-small", 1, 0, 2),
                new InputTransform(SIDE, 0.0, 1.0),
                List.of("NORMAL", "PNEUMONIA"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        Path saved = TinyModels.save(folder.resolve("brightness"), manifest, network -> {
            Map<String, Tensor> parameters = network.parameters();
            parameters.forEach((name, tensor) -> {
                if (name.contains("conv") || name.startsWith("classifier.")) {
                    tensor.assign(tensor.times(0));
                }
            });
            for (int i = 0; i < 9; i++) {
                set(parameters.get("features.conv0.weight"), i, 1.0 / 9);
            }
            set(parameters.get("features.transition1.conv.weight"), 0, 1);
            set(parameters.get("features.transition2.conv.weight"), 0, 1);
            Tensor weights = parameters.get("classifier.weight");
            set(weights, (int) weights.size(1), 30);
            set(parameters.get("classifier.bias"), 1, -30 * 0.16);
        });
        return Classifier.open(saved, Device.CPU);
    }

    private static void set(Tensor tensor, int index, double value) {
        float[] values = tensor.floats();
        values[index] = (float) value;
        tensor.assign(Tensors.of(values, tensor.shape()));
    }
}
