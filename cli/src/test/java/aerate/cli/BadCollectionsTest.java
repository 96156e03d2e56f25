package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Collections that are none, or not enough. */
@ExtendWith(OneWorkshop.class)
class BadCollectionsTest {
    @TempDir
    private Path folder;

    @Test
    void emptyFolder_isRefusedByEveryCommand(Workshop workshop) throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        refusedByEveryCommand(workshop, empty, "must contain NORMAL/ or PNEUMONIA/");
        Files.createDirectory(empty.resolve("NORMAL"));
        refusedByEveryCommand(workshop, empty, "must contain films");
    }

    @Test
    void collectionThatIsMissing_orOfNoKnownKind_isRefusedByEveryCommand(Workshop workshop) throws IOException {
        refusedByEveryCommand(workshop, folder.resolve("missing"), "must exist");
        refusedByEveryCommand(workshop, Files.createFile(folder.resolve("films.zip")), "a folder, an .npz or a .csv");
    }

    @Test
    void oneClassOnly_isNotEnoughForAClassifier_butForADenoiser(Workshop workshop) throws IOException {
        Path normals = FolderCopy.of(
                        workshop.phantoms().resolve("NORMAL"),
                        folder.resolve("normals").resolve("NORMAL"))
                .getParent();
        Path run = folder.resolve("run");
        Ran.training(workshop.classifierRecipe(), normals, run).refused(2, "normals", "needs PNEUMONIA films");
        assertThat(run).doesNotExist();
        Ran.training(workshop.denoiserRecipe(), normals, run).succeeded();
    }

    @Test
    void oneClassOnly_isEvaluated_asFarAsItDefinesFigures(Workshop workshop) throws IOException {
        Path normals = FolderCopy.of(
                        workshop.phantoms().resolve("NORMAL"),
                        folder.resolve("normals").resolve("NORMAL"))
                .getParent();
        assertThat(Ran.evaluating(workshop.classifier(), normals).succeeded().out())
                .containsPattern("specificity +\\d")
                .containsPattern("sensitivity +not defined")
                .containsPattern("AUROC +not defined");
    }

    private void refusedByEveryCommand(Workshop workshop, Path collection, String rule) {
        Path run = folder.resolve("run");
        Ran.of("data", collection).refused(2, collection, rule);
        Ran.training(workshop.classifierRecipe(), collection, run).refused(2, collection, rule);
        Ran.evaluating(workshop.classifier(), collection).refused(2, collection, rule);
        assertThat(run).doesNotExist();
    }
}
