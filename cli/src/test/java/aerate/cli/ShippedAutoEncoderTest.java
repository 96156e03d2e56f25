package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.LabelledFilm;
import aerate.film.Resampling;
import aerate.film.Similarity;
import aerate.network.AutoEncoder;
import aerate.network.Checkpoint;
import aerate.network.InputTransform;
import aerate.reading.diagnosis.Classifier;
import aerate.tensor.Device;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.training.TrainedOn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the auto-encoder of the shipped courses loses of real films. */
class ShippedAutoEncoderTest {
    private static final int FILMS = Integer.getInteger("films", 60);

    /** Of patients that neither it nor the classifier ever saw; floors below what docs/courses.md states. */
    @Test
    void restoredFilms_keepTheirStructureAndTheirVerdict() throws IOException {
        Path films = Project.films();
        Path models = Project.home().resolve("models");
        Checkpoint checkpoint = Checkpoint.open(models.resolve("course-latent/autoencoder"));
        FilmSource source = FilmSources.open(films);
        TrainedOn trainedOn = TrainedOn.of(checkpoint.manifest());
        List<LabelledFilm> chosen = MarkedFilms.evenly(SplitChoice.TEST.films(source, trainedOn), FILMS);
        int agree = 0;
        double similarity = 0;
        try (Classifier classifier = Classifier.open(models.resolve("diagnosis"), Device.CPU);
                AutoEncoder autoencoder = (AutoEncoder) checkpoint.network(Device.CPU)) {
            autoencoder.channelsLast();
            InputTransform input = checkpoint.manifest().input();
            for (LabelledFilm entry : chosen) {
                Film film = sized(source.read(entry), input.size());
                Film restored = restored(autoencoder, input, film);
                agree += classifier.diagnose(film).verdict()
                                == classifier.diagnose(restored).verdict()
                        ? 1
                        : 0;
                similarity += Similarity.ssim(film, restored) / chosen.size();
            }
        }
        System.out.printf("restored films: %d of %d verdicts kept, SSIM %.4f%n", agree, chosen.size(), similarity);
        assertThat((double) agree / chosen.size()).isGreaterThan(0.93);
        assertThat(similarity).isGreaterThan(0.94);
    }

    private static Film sized(Film film, int size) {
        float[] values = Resampling.resize(film.values(), film.width(), film.height(), size, size);
        return Film.ofValues(size, size, film.bits(), values, FilmInfo.of("film"));
    }

    private static Film restored(AutoEncoder autoencoder, InputTransform input, Film film) {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off()) {
            Tensor values = Tensors.of(film.values(), 1, 1, film.height(), film.width());
            Tensor seen = input.batchOfValues(values, 1).channelsLast();
            Tensor back =
                    autoencoder.films(autoencoder.latents(seen)).times(0.5).plus(0.5);
            float[] brightness = back.clamp(0, 1).contiguous().floats();
            return Film.ofValues(film.width(), film.height(), film.bits(), brightness, FilmInfo.of("restored"));
        }
    }
}
