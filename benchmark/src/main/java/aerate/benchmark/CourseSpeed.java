package aerate.benchmark;

import aerate.film.Film;
import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.Label;
import aerate.network.UNet;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.course.RegionSource;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Device;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Libtorch;
import aerate.tensor.Precision;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a film's treatment course costs, heat map and diagnoses included, beside the reference's plain way: 600 ancestral steps
 * of AnoDDPM's U-Net for a single film at λ = 600, of which one step is measured.
 */
final class CourseSpeed {
    private static final List<Integer> LAMBDAS = List.of(0, 100, 200, 300, 400, 500, 600);
    private static final int ANCESTRAL = 600;
    private static final int ROUNDS = 5;
    private static final UNet.Shape ANODDPM =
            new UNet.Shape(224, 1, 128, List.of(1, 1, 2, 2, 4, 4), 2, List.of(28, 14, 7), 4, 0);

    private CourseSpeed() {}

    /**
     * Measures and prints Markdown rows.
     *
     * @param words a classifier's checkpoint, a denoiser's, a folder of films
     */
    public static void main(String[] words) throws IOException {
        if (words.length != 3) {
            throw new IllegalArgumentException(
                    "three words are needed, CLASSIFIER DENOISER FILMS, were " + words.length);
        }
        Setting setting = Setting.ofProperties();
        Libtorch.threads(setting.threads());
        FilmSource source = FilmSources.open(Path.of(words[2]));
        Film film = source.read(source.films().get(0));
        try (Classifier classifier = Classifier.open(Path.of(words[0]), Device.CPU);
                HealthyPrior prior = HealthyPrior.open(Path.of(words[1]), Device.CPU)) {
            CourseSettings settings = CourseSettings.usual(prior).ofWhateverFilm();
            CourseGenerator generator = new CourseGenerator(prior, classifier, settings);
            Explainer explainer = RegionSource.usual(prior).explainer(Explainer.named("grad-cam"), prior, settings);
            double course = seconds("course", () -> {
                HeatMap map = explainer.explain(classifier, film, Label.PNEUMONIA);
                generator.generate(film, map, LAMBDAS);
            });
            double plain = ANCESTRAL * plainStep();
            System.out.printf(
                    Locale.ROOT,
                    "| a course of %d films at %d px, one patient | **%.1f s** | at most 8 s |%n"
                            + "| the plain way, %d steps of AnoDDPM's U-Net at 224 px for λ = 600 alone | %.0f s, one"
                            + " step times %d | stated |%n",
                    LAMBDAS.size(),
                    prior.size(),
                    course,
                    ANCESTRAL,
                    plain,
                    ANCESTRAL);
        }
    }

    private static double seconds(String name, Runnable work) {
        return Medians.of(Clock.ofProperties(), 1, ROUNDS, Map.of(name, work)).get(name);
    }

    private static double plainStep() {
        try (UNet network = ANODDPM.build();
                Scope scope = Scope.open();
                Generator random = Generator.seeded(1);
                Gradients off = Gradients.off();
                Precision precision = Precision.of(Device.CPU, Libtorch.prefersBfloat16(Device.CPU))) {
            network.initialise(random);
            Tensor noisy = random.normal(1, 1, ANODDPM.size(), ANODDPM.size());
            Tensor level = Tensors.of(new long[] {ANCESTRAL}, 1);
            return seconds("step", () -> {
                try (Scope one = Scope.open()) {
                    network.forward(noisy, level);
                }
            });
        }
    }
}
