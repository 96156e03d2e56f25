package aerate.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.server.Clinic;
import aerate.server.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page of those who see to accounts, departments, models and backups. */
class AdministrationPageTest {
    @TempDir
    private static Path folder;

    private static Clinic clinic;
    private static Browser browser;
    private static long films = 9000;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.open(1366, 768);
        Path models = folder.resolve("data").resolve("models");
        TinyModels.classifier(models.resolve("other"), 2);
        Files.createDirectories(models.resolve("damaged"));
        clinic = Clinic.start(folder.resolve("data"), TinyModels.classifier(folder.resolve("tiny"), 1), Map.of());
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
        browser.comeAnew("http://127.0.0.1:" + clinic.port() + "/");
    }

    @Test
    void qualityAndAdministration_areThere_forWhoMaySeeThem() throws IOException, InterruptedException {
        String id = film();
        clinic.admin().post("/api/films/" + id + "/opinions", Map.of("verdict", "NORMAL"));
        browser.logIn("admin", clinic.password());
        browser.click("nav a[href='#quality']");
        browser.see(".chart");
        assertThat(browser.barriers()).isEmpty();
        browser.click("nav a[href='#administration']");
        browser.write("#tokens input[name=name]", "a device");
        browser.click("#tokens button[type=submit]");
        browser.read("#tokens .once", "aerate_");
        browser.read("#audit tbody", "POST /api/films");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.said()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"한국어, radiology, its first", "English, 소아과, 과장"})
    void adminOfTheHouse_foundsADepartment_whoseAdminSeesNoOthers(String other, String department, String first)
            throws IOException, InterruptedException {
        browser.speakNot(other);
        browser.logIn("admin", clinic.password());
        browser.click("nav a[href='#administration']");
        browser.write("#tenants input[name=name]", department);
        browser.write("#tenants input[name=admin]", first);
        browser.press(Keys.ENTER);
        browser.read("#tenants tbody", department);
        browser.read("#tenants .once", first);
        String password = browser.see("#tenants .once code").getText();
        assertThat(browser.barriers()).isEmpty();
        browser.press(Keys.TAB); // out of the form, where a letter is a key of the page
        browser.click(".leave");
        browser.see(".login");

        browser.logIn(first, password);
        browser.click("nav a[href='#administration']");
        browser.read("#accounts tbody", first);
        assertThat(browser.all("#tenants, #models, #backup")).isEmpty();
        assertThat(browser.said()).isEmpty();
    }

    @Test
    void adminOfTheHouse_exchangesTheModel_andBacksUp_inBothLooks() throws IOException, InterruptedException {
        browser.logIn("admin", clinic.password());
        browser.click("nav a[href='#administration']");
        browser.read("#models tr.this", "tiny");
        assertThat(browser.all("#models button"))
                .as("of what cannot be opened, none")
                .hasSize(1);
        browser.read("#models", "no checkpoint that can be read");
        try {
            browser.click("#models button[aria-label$=other]");
            browser.read("#models tr.this", "other");
            browser.read(".messages", "other reads from the next film on.");
            String id = film();
            assertThat(clinic.admin()
                            .get("/api/films/" + id)
                            .json()
                            .at("/film/model")
                            .asText())
                    .isEqualTo("tiny 2");
        } finally {
            browser.click("#models button[aria-label$=tiny]");
            browser.read("#models tr.this", "tiny");
        }
        browser.click("#backup button");
        browser.read("#backup .once", "backups/database-");
        assertThat(folder.resolve("data").resolve(browser.see("#backup code").getText()))
                .isNotEmptyFile();
        assertThat(browser.barriers()).isEmpty();
        browser.press("t");
        assertThat(browser.barriers()).isEmpty();
        browser.click("nav a[href='#quality']");
        browser.read("#models tr.this", "tiny");
        assertThat(browser.all("#models button")).isEmpty();
        assertThat(browser.said()).isEmpty();
    }

    /** A film that was read. */
    private static String film() throws IOException, InterruptedException {
        String id = clinic.admin().accepted(TinyModels.film(96, ++films));
        clinic.admin().done(id);
        return id;
    }
}
