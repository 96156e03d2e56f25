package aerate.cli;

import aerate.film.Label;
import aerate.network.Architecture;
import aerate.network.Checkpoint;
import aerate.network.ForeignWeights;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.network.Network;
import aerate.tensor.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate import}: a checkpoint of weights that were trained elsewhere. */
@Command(
        name = "import",
        description = "Makes a checkpoint of weights with torchvision's names. A network of one channel sums a stem of"
                + " three.")
final class ImportCommand implements Callable<Integer> {
    private static final int VGGS_WIDTH = 4096;

    @Parameters(
            index = "0",
            paramLabel = "NETWORK",
            description = "vgg16, vgg16-bn, resnet18, resnet50, resnet152, resnet200, inception-v3, densenet121 or"
                    + " densenet-small.")
    private String name;

    @Parameters(index = "1", paramLabel = "WEIGHTS", description = "A safetensors file.")
    private Path weights;

    @Option(names = "--out", required = true, paramLabel = "CHECKPOINT", description = "Folder to write.")
    private Path out;

    @Option(
            names = "--classes",
            defaultValue = "2",
            paramLabel = "N",
            description = "Scores of the network (${DEFAULT-VALUE}); two are NORMAL and PNEUMONIA, in this order.")
    private int classes;

    @Option(names = "--channels", defaultValue = "3", paramLabel = "1|3", description = "(${DEFAULT-VALUE})")
    private int channels;

    @Option(
            names = "--hidden",
            paramLabel = "W",
            description = "Width of the layers before the scores, 0 for none. Not given: 4096 for VGG, else 0.")
    private Integer hidden;

    @Option(
            names = "--size",
            paramLabel = "PX",
            description = "Side that films are resized to. Not given: 299 for inception-v3, else 224.")
    private Integer size;

    @Option(
            names = "--mean",
            split = ",",
            paramLabel = "m",
            description =
                    "Brightness in [0, 1] that becomes 0, one for all channels or one for each. Not given: 0.5 for"
                            + " inception-v3, else ImageNet's, averaged for one channel.")
    private List<Double> mean;

    @Option(
            names = "--std",
            split = ",",
            paramLabel = "s",
            description = "Standard deviation by which it is then divided, likewise.")
    private List<Double> deviation;

    @Override
    public Integer call() throws IOException {
        Architecture.Classifier architecture = Architecture.Classifier.named(name, channels, width(), classes);
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                name,
                architecture,
                input(),
                classNames(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("imported", weights.getFileName().toString()));
        try (Scope scope = Scope.open();
                Network network = architecture.build()) {
            ForeignWeights.fill(network, weights);
            Checkpoint.save(out, manifest, network.state(), card(manifest));
        }
        System.out.println(out);
        return 0;
    }

    private int width() {
        if (hidden != null) {
            return hidden;
        }
        return name.startsWith("vgg") ? VGGS_WIDTH : 0;
    }

    private InputTransform input() {
        boolean inception = name.startsWith("inception");
        int side = size != null ? size : inception ? 299 : 224;
        ImportedInput usual = inception ? ImportedInput.HALVES : ImportedInput.imagenet(channels);
        return new InputTransform(
                side, mean != null ? mean : usual.mean(), deviation != null ? deviation : usual.deviation());
    }

    private List<String> classNames() {
        return classes == Label.values().length
                ? Arrays.stream(Label.values()).map(Label::name).toList()
                : IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    }

    private String card(Manifest manifest) {
        return """
                # %s

                Research use only: not a medical device, not for decisions about patients.

                - Network: `%s`
                - Input: films resized to %d x %d
                - Weights imported from `%s`; how they were trained is not known here

                Not calibrated, and no operating point was chosen: `aerate evaluate` tells what it is worth on your films.
                """.formatted(
                        manifest.name(),
                        manifest.architecture(),
                        manifest.input().size(),
                        manifest.input().size(),
                        weights.getFileName());
    }
}
