package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OneWorkshop.class)
class ReadCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everyFilm_getsAPageThatLoadsNothing(Workshop workshop) throws IOException {
        Path sick = workshop.sick().get(0);
        Path deep = TestFilms.deep(folder.resolve("deep.png"), 40, 28);
        Path out = folder.resolve("pages");
        Ran ran = Ran.healing("read", workshop, sick, deep, "--lambdas", "0,50", "--out", out)
                .succeeded();
        Path sickPage = out.resolve(sick.getFileName().toString().replace(".png", ".html"));
        assertThat(ran.out().lines())
                .containsExactly(sickPage.toString(), out.resolve("deep.html").toString());
        assertThat(SelfContained.page(sickPage)).contains("data:image/gif", "grad-cam", "per-pixel", sick.toString());
        assertThat(SelfContained.page(out.resolve("deep.html"))).contains("classifier", "tiny, weights ");
    }
}
