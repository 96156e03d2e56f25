package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OneWorkshop.class)
class AugmentCommandTest {
    private static final String TWO = "[{name: some-of, count: 1, of: [{name: blur, sigma: [8, 16]},"
            + " {name: affine, rotate: 20, scale: 0, translate: 0, flip: 0}]}]";

    @TempDir
    private Path folder;

    @Test
    void sheet_hasARowForAllAndForEachPart_andAColumnForEachFilm(Workshop workshop) throws IOException {
        BufferedImage two = sheet(workshop, "two/sheet.png", TWO, 3, 1);
        BufferedImage one = sheet(workshop, "one.png", "[{name: blur, sigma: [8, 16]}]", 3, 1);
        BufferedImage wide = sheet(workshop, "wide.png", TWO, 5, 1);
        int rowHeight = two.getHeight() - one.getHeight();
        assertThat(rowHeight).isPositive();
        assertThat((double) two.getHeight() / rowHeight).isBetween(3.0, 3.2); // three rows and an edge
        assertThat(wide.getWidth()).isGreaterThan(two.getWidth());
    }

    @Test
    void sameSeed_sameBytes_andAnotherSeedOthers(Workshop workshop) throws IOException {
        for (int seed : new int[] {1, 2}) {
            sheet(workshop, "first" + seed + ".png", TWO, 4, seed);
            sheet(workshop, "again" + seed + ".png", TWO, 4, seed);
            assertThat(folder.resolve("first" + seed + ".png"))
                    .hasSameBinaryContentAs(folder.resolve("again" + seed + ".png"));
        }
        assertThat(Files.mismatch(folder.resolve("first1.png"), folder.resolve("first2.png")))
                .isNotEqualTo(-1);
    }

    /** What is set, and what the answer must name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; the recipe has no augmentation",
                "[{name: smear}]; 'smear'",
                "[{name: noise, deviation: [0.2, 0.1]}]; was [0.2, 0.1]",
                "[{name: noise, deviation: [0, 0.1], probability: 1.5}]; noise.probability must be in [0, 1], was 1.5"
            })
    void augmentation_thatIsNone_isRefused_andNoSheetIsMade(String augmentation, String named, Workshop workshop)
            throws IOException {
        Path sheet = folder.resolve("sheet.png");
        run(workshop, sheet, "--set", "augmentation=" + augmentation).refused(2, workshop.classifierRecipe(), named);
        assertThat(sheet).doesNotExist();
    }

    @Test
    void filmsOutOfRange_orNoFilm_areRefused(Workshop workshop) throws IOException {
        Path sheet = folder.resolve("sheet.png");
        run(workshop, sheet, "--films", 0).refused(2, "--films must be in [1, 64], was 0");
        Path none = folder.resolve("none.png");
        Ran.computing("augment", workshop.classifierRecipe(), none, "--out", sheet, "--set", "augmentation=" + TWO)
                .refused(1, none);
        assertThat(sheet).doesNotExist();
    }

    private BufferedImage sheet(Workshop workshop, String name, String augmentation, int films, long seed)
            throws IOException {
        Path sheet = folder.resolve(name);
        Ran ran = run(workshop, sheet, "--set", "augmentation=" + augmentation, "--films", films, "--seed", seed)
                .succeeded();
        assertThat(ran.out().strip()).isEqualTo(sheet.toString());
        return ImageIO.read(sheet.toFile());
    }

    private static Ran run(Workshop workshop, Path sheet, Object... more) throws IOException {
        Object[] words = new Object[5 + more.length];
        words[0] = "augment";
        words[1] = workshop.classifierRecipe();
        words[2] = workshop.sick().get(0);
        words[3] = "--out";
        words[4] = sheet;
        System.arraycopy(more, 0, words, 5, more.length);
        return Ran.computing(words);
    }
}
