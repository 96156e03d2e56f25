package aerate.server.page;

import aerate.film.Film;
import aerate.film.FilmWriter;
import aerate.film.LabelledFilm;
import aerate.film.phantom.Phantom;
import aerate.film.phantom.PhantomSource;
import aerate.server.Client;
import aerate.server.Clinic;
import aerate.server.DicomFilm;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * Makes the pictures of docs/page, of phantoms. Its name keeps it from the tests, for it takes minutes and wants models that
 * know phantoms, as {@code ./aerate demo} trains them: {@code ./mvnw -pl server -am test -Dtest=PageScreenshots
 * -Dsurefire.failIfNoSpecifiedTests=false -Dpage.model=CLASSIFIER -Dpage.diffusion=DENOISER}
 */
class PageScreenshots {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path PICTURES = HOME.resolve("docs").resolve("page");
    private static final int SIDE = 384;
    private static final double SCALE = 0.75;
    private static final int SHADES =
            0xF8F8F8; // of each colour: grain makes a picture large that nobody looks at closely
    private static final int STEPS_TO_THE_MIDDLE = 15;

    @TempDir
    private Path folder;

    @Test
    void pictures() throws IOException, InterruptedException {
        Files.createDirectories(PICTURES);
        try (Browser browser = Browser.open(1440, 900);
                Clinic clinic = Clinic.start(
                        folder,
                        Path.of(System.getProperty("page.model")),
                        Map.of("aerate.diffusion", System.getProperty("page.diffusion")))) {
            browser.resize(1440, 900, SCALE);
            String patient = films(clinic.admin());
            browser.prefer("prefers-color-scheme", "dark");
            browser.go("http://127.0.0.1:" + clinic.port() + "/");
            browser.logIn("admin", clinic.password());
            browser.click("[data-film='" + patient + "']");
            browser.see("[data-shown='" + patient + "']");
            browser.press("h");
            keep(browser, "worklist");
            browser.press("h", "c");
            browser.see("#lambda");
            for (int i = 0; i < STEPS_TO_THE_MIDDLE; i++) {
                browser.press(Keys.ARROW_RIGHT);
            }
            browser.press("p");
            browser.see(".give.pneumonia[aria-pressed=true]");
            keep(browser, "course");
            browser.press("d");
            keep(browser, "difference");
            browser.press("o", "t", "l");
            browser.see("[data-shown='" + patient + "']");
            browser.press("h");
            keep(browser, "korean");
            browser.resize(1080, 1440, SCALE);
            browser.press("t");
            keep(browser, "portrait");
        }
    }

    /** Fourteen films, four of them of one patient who recovers; returns the first of those. */
    private static String films(Client admin) throws IOException, InterruptedException {
        PhantomSource source = PhantomSource.of(14, SIDE, 7);
        Map<String, byte[]> files = new LinkedHashMap<>();
        int number = 0;
        for (LabelledFilm film : source.films()) {
            files.put("phantom-%02d.png".formatted(++number), FilmWriter.png(source.read(film)));
        }
        LocalDate day = LocalDate.of(2026, 11, 2);
        for (double healed : List.of(0.0, 0.35, 0.7, 1.0)) {
            Phantom sick = source.phantom(source.films().get(13));
            Film film = sick.healed(healed);
            files.put(
                    "follow-up-" + day + ".dcm",
                    DicomFilm.of(film, "patient", day).file());
            day = day.plusDays(4);
        }
        String first = "";
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String id = admin.upload(Map.of(file.getKey(), file.getValue()))
                    .was(202)
                    .json()
                    .at("/0/id")
                    .asText();
            admin.done(id);
            first = file.getKey().endsWith("02.dcm") ? id : first;
        }
        return first;
    }

    private static void keep(Browser browser, String name) throws IOException, InterruptedException {
        Thread.sleep(5000); // messages go and pictures are decoded
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(browser.screenshot()));
        BufferedImage small = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        small.createGraphics().drawImage(picture, 0, 0, null);
        Rectangle film = browser.place(".panes", SCALE);
        for (int y = film.y; y < film.y + film.height; y++) {
            for (int x = film.x; x < film.x + film.width; x++) {
                small.setRGB(x, y, picture.getRGB(x, y) & SHADES);
            }
        }
        ImageIO.write(small, "png", PICTURES.resolve(name + ".png").toFile());
    }
}
