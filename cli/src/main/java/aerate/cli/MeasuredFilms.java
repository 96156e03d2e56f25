package aerate.cli;

import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.LabelledFilm;
import aerate.training.TrainedOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options of every command that measures a model on labelled films: on which, and where the figures go. */
final class MeasuredFilms {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Films: a folder, .npz or .csv.")
    Path data;

    @Option(
            names = "--split",
            paramLabel = "train|validation|test|all",
            description = "Which films. Not given: of the films that the model was trained on its test part, of others"
                    + " all.")
    private SplitChoice split;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
    Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with figures and pictures.")
    Path html;

    /** Films that were chosen, and what to call the choice. */
    record Chosen(String split, List<LabelledFilm> films) {}

    FilmSource source() throws IOException {
        return FilmSources.open(data);
    }

    /** Those that were asked for, by the split of the model's training. */
    Chosen of(FilmSource source, TrainedOn trainedOn) throws IOException {
        SplitChoice part = split != null ? split : SplitChoice.byDefault(trainedOn, source);
        return new Chosen(part.title(), part.films(source, trainedOn));
    }

    /** Makes the folders of all that is to be written, before films are measured, which takes long, rather than after. */
    void makeFolders(Path... more) throws IOException {
        for (Path file : Stream.concat(Stream.of(json, html), Stream.of(more))
                .filter(Objects::nonNull)
                .toList()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
    }
}
