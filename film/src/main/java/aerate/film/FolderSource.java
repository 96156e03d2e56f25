package aerate.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Films in folders that say their labels, {@code NORMAL/} and {@code PNEUMONIA/}, with or without {@code train/},
 * {@code val/} and {@code test/} above them; letter case does not matter. What is elsewhere is not looked at.
 */
public final class FolderSource extends FileSource {
    private static final Set<String> EXTENSIONS = Set.of("jpeg", "jpg", "png", "dcm", "dicom", "");

    private FolderSource(Path root, List<LabelledFilm> films) {
        super(String.valueOf(root.toAbsolutePath().normalize().getFileName()), root, films);
    }

    /**
     * Lists a folder; one class alone is permitted here, since diffusion trains on normal films only.
     *
     * @throws IllegalArgumentException if there is no class folder, or no film in them
     * @throws IOException if the folder cannot be listed
     */
    public static FolderSource open(Path root) throws IOException {
        List<LabelledFilm> films = new ArrayList<>();
        boolean labelled = list(root, "", Optional.empty(), films);
        for (Path part : children(root, Files::isDirectory)) {
            Optional<Split> split = Split.named(part.getFileName().toString());
            if (split.isPresent()) {
                labelled |= list(part, part.getFileName() + "/", split, films);
            }
        }
        if (!labelled) {
            throw new IllegalArgumentException("a folder of films must contain NORMAL/ or PNEUMONIA/, at its top or in"
                    + " train/, val/, test/; had neither: " + root);
        }
        if (films.isEmpty()) {
            throw new IllegalArgumentException(
                    "a folder of films must contain films (.jpeg, .jpg, .png, .dcm, .dicom or no extension), had none: "
                            + root);
        }
        return new FolderSource(root, films);
    }

    /** Whether a folder says the labels of its films. */
    public static boolean isLabelled(Path root) throws IOException {
        for (Path child : children(root, Files::isDirectory)) {
            boolean part = Split.named(child.getFileName().toString()).isPresent();
            if (isClass(child)
                    || (part && !children(child, FolderSource::isClass).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClass(Path folder) {
        return Files.isDirectory(folder)
                && Label.named(folder.getFileName().toString()).isPresent();
    }

    /** Lists the class folders of one part and says whether there were any. */
    private static boolean list(Path part, String prefix, Optional<Split> split, List<LabelledFilm> films)
            throws IOException {
        boolean labelled = false;
        for (Path folder : children(part, Files::isDirectory)) {
            Optional<Label> label = Label.named(folder.getFileName().toString());
            if (label.isPresent()) {
                labelled = true;
                for (Path file : children(folder, FolderSource::isFilm)) {
                    films.add(film(file, prefix + folder.getFileName(), label.get(), split));
                }
            }
        }
        return labelled;
    }

    private static LabelledFilm film(Path file, String folder, Label label, Optional<Split> split) {
        FilmName name = FilmName.of(folder, file.getFileName().toString());
        String patient = patient(file, name.patient());
        return new LabelledFilm(folder + "/" + file.getFileName(), label, name.subtype(), patient, split);
    }

    private static List<Path> children(Path folder, Predicate<Path> kind) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(kind)
                    .sorted(Comparator.comparing(child -> child.getFileName().toString()))
                    .toList();
        }
    }

    /** Whether a file may be a film by its name. */
    static boolean isFilm(Path file) {
        boolean hidden = file.getFileName().toString().startsWith(".");
        return !hidden && EXTENSIONS.contains(extension(file)) && Files.isRegularFile(file);
    }
}
