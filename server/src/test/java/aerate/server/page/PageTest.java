package aerate.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.FilmReader;
import aerate.film.FilmWriter;
import aerate.server.Client;
import aerate.server.Clinic;
import aerate.server.DicomFilm;
import aerate.server.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** The page, as somebody at a screen has it. */
class PageTest {
    private static final int BEFORE = 6; // courses that one waits for: some seconds

    @TempDir
    private static Path folder;

    private static Clinic clinic;
    private static Browser browser;
    private static long films = 7000;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.open(1366, 768);
        clinic = Clinic.start(
                folder.resolve("data"),
                TinyModels.classifier(folder.resolve("tiny"), 1),
                Map.of(
                        "aerate.diffusion",
                        TinyModels.denoiser(folder.resolve("denoiser"), 1000).toString()));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (clinic != null) {
            clinic.close();
        }
    }

    @BeforeEach
    void comeAnew() {
        browser.comeAnew(address());
    }

    @ParameterizedTest
    @CsvSource({"한국어, Log in, Worklist, Pneumonia, GENERATED", "English, 로그인, 판독 목록, 폐렴, 생성 영상"})
    void radiologist_readsAFilm_inBothLanguages(
            String other, String logIn, String worklist, String pneumonia, String generated)
            throws IOException, InterruptedException {
        browser.speakNot(other);
        browser.read("button.main", logIn);
        browser.logIn("admin", clinic.password());
        browser.read("nav", worklist);

        String name = "film in " + worklist + ".png";
        browser.choose("#files", List.of(Files.write(folder.resolve(name), TinyModels.film(96, ++films))));
        browser.click(film(name) + " button"); // as soon as the server tells of it
        browser.read(".caption", name);
        browser.see(".reading .verdict .badge.normal, .reading .verdict .badge.pneumonia");
        browser.press("h");
        assertThat(browser.see("[aria-label][title$='· H']").getDomAttribute("aria-pressed"))
                .isEqualTo("true");

        browser.press("c");
        browser.see("#lambda");
        browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.read(".caption", generated + " · λ = 40");
        for (String key : List.of("b", "d", "o", "s")) {
            browser.press(key);
        }

        browser.press("n");
        browser.see(".give.normal[aria-pressed=true]");
        browser.press("p");
        browser.see(".give.pneumonia[aria-pressed=true]");
        browser.read(".opinions li:first-child", pneumonia);
        assertThat(browser.all(".opinions li")).hasSize(2);
        assertThat(browser.barriers()).isEmpty();
        browser.press("t");
        assertThat(browser.barriers()).isEmpty();

        browser.click(".leave");
        browser.see(".login");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.said()).isEmpty();
        clinic.stranger().get("/api/films").was(401);
    }

    @Test
    void wrongPassword_isTold() {
        browser.logIn("admin", "wrong");
        browser.read(".problem", "Name or password is wrong.");
    }

    @Test
    void film_isTold_whileThePageIsOpen_andDropped() throws IOException, InterruptedException {
        browser.logIn("admin", clinic.password());
        browser.see(".views .count");
        clinic.admin().upload(Map.of("sent by another.png", TinyModels.film(96, ++films)));
        browser.see(film("sent by another.png"));
        browser.run("""
                const bytes = Uint8Array.from(atob(arguments[0]), (each) => each.charCodeAt(0));
                const dropped = new DataTransfer();
                dropped.items.add(new File([bytes], 'dropped.png', { type: 'image/png' }));
                document.querySelector('.viewer').dispatchEvent(
                  new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: dropped }));""", Base64.getEncoder().encodeToString(TinyModels.film(96, ++films)));
        browser.see(film("dropped.png"));
    }

    /** Sixteen bits, of which a browser's own decoder would give eight. */
    @Test
    void film_isDecoded_toItsLastBit() throws IOException, InterruptedException {
        short[] samples = new short[64 * 48];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((i * 2_654_435) >> 3);
        }
        Film film = Film.of(64, 48, 16, samples, FilmInfo.of("deep"));
        String id = clinic.admin().accepted(FilmWriter.png(film));
        clinic.admin().done(id);
        browser.logIn("admin", clinic.password());
        browser.see(".views .count");
        Object decoded = browser.ask("""
                const { filmPicture } = await import('/page/viewer/pictures.js');
                const picture = await filmPicture(arguments[0]);
                return [picture.width, picture.height, picture.maximum, ...picture.samples];""", id);
        List<Long> expected = new ArrayList<>(List.of(64L, 48L, 65535L));
        for (short sample : samples) {
            expected.add((long) (sample & 0xFFFF));
        }
        assertThat(decoded).isEqualTo(expected);
    }

    @Test
    void verdictByKey_isTheSame_whileHangulIsTyped_andNoneWhereKeysAreOff() throws IOException, InterruptedException {
        String id = film();
        browser.logIn("admin", clinic.password());
        open(id);
        browser.run(
                "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ㅜ', code: 'KeyN', bubbles: true}))");
        browser.see(".give.normal[aria-pressed=true]");
        browser.press("?");
        browser.click(".help input[type=checkbox]");
        browser.click(".help button");
        browser.press("p");
        browser.click(".give.normal"); // the next that the server hears
        browser.wait("two opinions", () -> browser.all(".opinions li").size() > 1 ? true : null);
        assertThat(clinic.admin()
                        .get("/api/films/" + id)
                        .json()
                        .path("opinions")
                        .findValuesAsText("verdict"))
                .containsExactly("NORMAL", "NORMAL");
    }

    @Test
    void drag_isWindow_wheelIsZoom_doubleClickFits() throws IOException, InterruptedException {
        String id = film();
        browser.logIn("admin", clinic.password());
        open(id);
        browser.read("output.window", "W 100 · L 50");
        browser.read("output.window", "%");
        String fitted = browser.see("output.window").getText();
        browser.drag(browser.see(".pane canvas"), -125, 0); // half as wide for 250 pixels
        browser.read("output.window", "W 71 · L 50");
        browser.wheel(browser.see(".pane canvas"), -500); // twice as large
        browser.wait("a larger film", () -> zoom() > 1.9 * zoom(fitted) ? true : null);
        browser.press("r");
        browser.read("output.window", fitted);
    }

    @Test
    void filters_showWhatTheyName() throws IOException, InterruptedException {
        String id = film();
        String verdict = clinic.admin().done(id).at("/film/verdict").asText();
        browser.logIn("admin", clinic.password());
        open(id);
        browser.click(".view." + (verdict.equals("NORMAL") ? "pneumonia" : "normal"));
        browser.wait(
                "the film to go", () -> browser.all("[data-film='" + id + "']").isEmpty() ? true : null);
        browser.click(".view.unreadable, .view.failed");
        browser.see(".empty");
        browser.click(".view.all");
        browser.see("[data-film='" + id + "']");
    }

    @Test
    void course_isCancelled_andCanBeAskedForAgain() throws IOException, InterruptedException {
        String other = film();
        List<String> before = new ArrayList<>(); // which the page's waits for, however slow the browser is
        for (int i = 0; i < BEFORE; i++) {
            before.add(course(other));
        }
        String id = film();
        browser.logIn("admin", clinic.password());
        open(id);
        browser.press("c");
        browser.read(".course", "Waiting");
        browser.click(".course button");
        browser.read(".course", "It was cancelled.");
        assertThat(browser.barriers()).isEmpty();
        assertThat(clinic.admin()
                        .get("/api/films/" + id + "/courses")
                        .json()
                        .at("/0/state")
                        .asText())
                .isEqualTo("CANCELLED");
        for (String course : before) {
            clinic.admin()
                    .send("DELETE", "/api/courses/" + course, "", new byte[0])
                    .was(204);
        }
        browser.press("c");
        browser.see("#lambda");
        assertThat(browser.said()).isEmpty();
    }

    @Test
    void fileThatIsNoFilm_isRefused_withTheReason() throws IOException {
        browser.logIn("admin", clinic.password());
        browser.see(".views .count");
        browser.choose("#files", List.of(Files.writeString(folder.resolve("letter.png"), "no film")));
        browser.read(".messages .problem", "letter.png: a film must be a JPEG, PNG or DICOM file");
        browser.click(".messages button");
        assertThat(browser.all(".messages p")).isEmpty();
    }

    @Test
    void filmsOfOnePatient_standSideBySide() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int day = 1; day < 3; day++) {
            Film film = FilmReader.read(TinyModels.film(96, ++films), "film");
            ids.add(clinic.admin()
                    .accepted(DicomFilm.of(film, "recovering", LocalDate.of(2026, 3, day))
                            .file()));
            clinic.admin().done(ids.get(day - 1));
        }
        browser.logIn("admin", clinic.password());
        open(ids.get(1));
        assertThat(browser.all(".timeline li")).hasSize(2);
        assertThat(browser.all(".pane").get(1).isDisplayed()).isFalse();
        browser.click(".timeline [aria-pressed=false]");
        browser.read(".pane + .pane .caption", "Mar 1, 2026");
        browser.click(".timeline [aria-pressed=true]");
        browser.wait("one film", () -> browser.all(".pane").get(1).isDisplayed() ? null : true);
    }

    @Test
    void password_isChanged() throws IOException, InterruptedException {
        String password = account("forgetful", "READER");
        browser.logIn("forgetful", password);
        browser.click("header button[title='Change password']");
        browser.write("dialog[open] input[name=old]", password);
        browser.write("dialog[open] input[name=fresh]", "a longer password");
        browser.click("dialog[open] button[type=submit]");
        browser.read(".messages", "The password was changed.");
        clinic.stranger().login("forgetful", "a longer password");
    }

    @Test
    void operator_isOfferedNoVerdict_andNoAdministration() throws IOException, InterruptedException {
        String id = film();
        browser.logIn("operator", account("operator", "OPERATOR"));
        open(id);
        assertThat(browser.all(".give, .course, nav a[href='#administration']")).isEmpty();
        assertThat(browser.said()).isEmpty();
    }

    @Test
    void page_fitsItsScreen_fromPhoneToPortrait() throws IOException, InterruptedException {
        String id = film();
        browser.logIn("admin", clinic.password());
        open(id);
        for (Dimension screen : List.of(new Dimension(1366, 768), new Dimension(1200, 1920), new Dimension(390, 844))) {
            browser.resize(screen.width, screen.height);
            assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0L);
            assertThat(browser.run("const side = document.querySelector('.side');"
                            + " return side.scrollWidth - side.clientWidth"))
                    .isEqualTo(0L);
            assertThat(browser.see(".viewer").getSize().getHeight()).isGreaterThan(screen.height / 2);
        }
    }

    private static String address() {
        return "http://127.0.0.1:" + clinic.port() + "/";
    }

    /** Opens one; returns its password. */
    private static String account(String name, String role) throws IOException, InterruptedException {
        return clinic.admin()
                .post("/api/accounts", Map.of("name", name, "roles", List.of(role)))
                .was(201)
                .json()
                .at("/password")
                .asText();
    }

    /** A film that was read. */
    private static String film() throws IOException, InterruptedException {
        Client admin = clinic.admin();
        String id = admin.accepted(TinyModels.film(96, ++films));
        admin.done(id);
        return id;
    }

    /** Asks for a long course of a film; returns its id. */
    private static String course(String film) throws IOException, InterruptedException {
        return clinic.admin()
                .post("/api/films/" + film + "/courses", Map.of("lambdas", List.of(700, 750, 800, 850, 900, 950, 1000)))
                .was(202)
                .json()
                .at("/id")
                .asText();
    }

    private static String film(String name) {
        return "li:has([data-name='" + name + "'])";
    }

    private static void open(String id) {
        browser.click("[data-film='" + id + "']");
        browser.see(".film-view[data-shown='" + id + "']");
    }

    private static double zoom() {
        return zoom(browser.see("output.window").getText());
    }

    private static double zoom(String text) {
        return Double.parseDouble(text.replaceAll(".* (\\d+) %", "$1"));
    }
}
