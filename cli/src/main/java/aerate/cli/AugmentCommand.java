package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.report.Panel;
import aerate.report.Strip;
import aerate.training.augmentation.Augmentation;
import aerate.training.augmentation.Specimens;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate augment}: what a recipe's augmentation makes of a film. */
@Command(
        name = "augment",
        description = "Shows what training by a recipe may see of a film, and each of its augmentations alone.")
final class AugmentCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RECIPE", description = "A YAML file, such as those in recipes/.")
    private Path recipe;

    @Parameters(index = "1", paramLabel = "FILM", description = "A JPEG, PNG or DICOM file.")
    private Path film;

    @Option(names = "--out", required = true, paramLabel = "SHEET.png", description = "The contact sheet.")
    private Path out;

    @Option(names = "--films", defaultValue = "6", paramLabel = "N", description = "In a row (${DEFAULT-VALUE}).")
    private int films;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Same seed, same sheet.")
    private long seed;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes a value of the recipe, e.g. augmentation.0.rotate=20.")
    private Map<String, String> changes = Map.of();

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws IOException {
        if (films < 1 || films > 64) {
            throw new IllegalArgumentException("--films must be in [1, 64], was " + films);
        }
        Recipe chosen = Recipes.read(recipe, changes);
        if (chosen.augmentation().isEmpty()) {
            throw new IllegalArgumentException(recipe + ": the recipe has no augmentation");
        }
        machine.device();
        Specimens specimens = Specimens.of(FilmReader.read(film), chosen.input().size(), seed);
        if (out.toAbsolutePath().getParent() != null) {
            Files.createDirectories(out.toAbsolutePath().getParent());
        }
        Pictures.writePng(Strip.grid(rows(specimens, chosen.augmentation())), out);
        System.out.println(out);
        return 0;
    }

    private List<Strip.Row> rows(Specimens specimens, List<Augmentation> augmentations) {
        List<Strip.Row> rows = new ArrayList<>();
        rows.add(row("all", specimens.film(), specimens.drawn(augmentations, films)));
        for (Augmentation augmentation : augmentations) {
            for (Augmentation part : augmentation.parts()) {
                rows.add(row(name(part), specimens.film(), specimens.alone(part, films)));
            }
        }
        return rows;
    }

    private static Strip.Row row(String title, Film original, List<Film> changed) {
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel(original, "film"));
        changed.forEach(film -> panels.add(new Panel(film, "")));
        return new Strip.Row(title, panels);
    }

    /** As recipes name it: the type's words in small letters. */
    private static String name(Augmentation augmentation) {
        return augmentation
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
