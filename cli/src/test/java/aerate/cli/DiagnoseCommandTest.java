package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Npy;
import aerate.film.NpyElement;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OneWorkshop.class)
class DiagnoseCommandTest {
    @TempDir
    private Path folder;

    @Test
    void text_hasALineForEachFilm_andTheModelThatSaysSo(Workshop workshop) throws IOException {
        Path film = workshop.sick().get(0);
        Path other = workshop.sick().get(1);
        Ran ran = diagnose(workshop, film, other).succeeded();
        assertThat(ran.out().lines()).hasSize(3);
        assertThat(ran.out())
                .containsPattern("(NORMAL|PNEUMONIA) +[01]\\.\\d{4} +" + film)
                .contains(other.toString(), "by tiny, pneumonia from 0.", "research use only");
    }

    @Test
    void json_hasScoresProbabilityVerdictAndOperatingPoint_whichAgree(Workshop workshop) throws IOException {
        Path film = workshop.sick().get(0);
        JsonNode results = diagnose(workshop, film, "--json").succeeded().json();
        assertThat(results).hasSize(1);
        JsonNode diagnosis = results.get(0).path("diagnosis");
        assertThat(diagnosis.path("source").asText()).isEqualTo(film.toString());
        assertThat(diagnosis.path("logits")).hasSize(2);
        double probability = diagnosis.path("probability").asDouble(-1);
        double threshold = diagnosis.at("/operatingPoint/threshold").asDouble(-1);
        assertThat(probability).isBetween(0.0, 1.0);
        assertThat(threshold).isBetween(0.0, 1.0);
        assertThat(diagnosis.path("verdict").asText()).isEqualTo(probability >= threshold ? "PNEUMONIA" : "NORMAL");
        assertThat(diagnosis.path("model").asText()).isEqualTo("tiny");
        assertThat(diagnosis.path("weightsHash").asText()).hasSize(64);
        assertThat(results.get(0).path("overlay").isNull()).isTrue();
    }

    @Test
    void film_aloneAndAmongOthers_hasTheSameProbability(Workshop workshop) throws IOException {
        List<Path> films = workshop.sick();
        JsonNode alone = diagnose(workshop, films.get(1), "--json").succeeded().json();
        JsonNode among = diagnose(workshop, films.get(0), films.get(1), "--json")
                .succeeded()
                .json();
        assertThat(among.get(1).at("/diagnosis/probability").asDouble())
                .isCloseTo(alone.get(0).at("/diagnosis/probability").asDouble(), within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cam", "grad-cam", "ablation-cam", "layer-cam@denseblock2+denseblock3~2"})
    void heatMap_isAPictureOfTheFilmsSize_andTheRawMap(String method, Workshop workshop) throws IOException {
        Path film = TestFilms.deep(folder.resolve("deep.png"), 40, 28);
        Path out = folder.resolve("maps");
        Ran ran = diagnose(workshop, film, "--heatmap", method, "--out", out).succeeded();
        assertThat(ran.out()).contains(out.resolve("deep-heatmap.png").toString());
        BufferedImage overlay = ImageIO.read(out.resolve("deep-heatmap.png").toFile());
        assertThat(List.of(overlay.getWidth(), overlay.getHeight())).containsExactly(40, 28);
        Npy map = Npy.read(out.resolve("deep-heatmap.npy"));
        assertThat(map.element()).isEqualTo(NpyElement.F4);
        assertThat(map.shape()).hasSize(2).allMatch(side -> side >= 1);
        for (int i = 0; i < map.size(); i++) {
            assertThat(map.at(i)).isFinite();
        }
    }

    @Test
    void filmsOfOneName_keepTheirOwnMaps(Workshop workshop) throws IOException {
        Path one = TestFilms.deep(folder.resolve("film.png"), 32, 32);
        Path two = TestFilms.deep(folder.resolve("other").resolve("film.png"), 20, 20);
        Path three = TestFilms.deep(folder.resolve("film-2.png"), 24, 24);
        Path out = folder.resolve("maps");
        JsonNode results = diagnose(workshop, one, two, three, "--heatmap", "cam", "--out", out, "--json")
                .succeeded()
                .json();
        int[] widths = {32, 20, 24};
        for (int i = 0; i < widths.length; i++) {
            Path overlay = Path.of(results.get(i).path("overlay").asText());
            assertThat(ImageIO.read(overlay.toFile()).getWidth()).isEqualTo(widths[i]);
        }
    }

    @Test
    void heatMap_ofAMethodThatIsNone_isRefused(Workshop workshop) throws IOException {
        diagnose(workshop, workshop.sick().get(0), "--heatmap", "ouija")
                .refused(
                        2, "a heat map must be cam, grad-cam, grad-cam++, hires-cam, layer-cam, ablation-cam", "ouija");
    }

    @Test
    void heatMap_ofALayerThatIsNone_isRefused_sayingWhichThereAre(Workshop workshop) throws IOException {
        Path out = folder.resolve("maps");
        diagnose(workshop, workshop.sick().get(0), "--heatmap", "grad-cam@layer4", "--out", out)
                .refused(2, "a layer must be one of", "denseblock3", "was layer4");
        assertThat(out).doesNotExist();
    }

    private static Ran diagnose(Workshop workshop, Object... words) {
        return Ran.diagnosing(workshop.classifier(), words);
    }
}
