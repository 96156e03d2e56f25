package aerate.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.server.Clinic;
import aerate.server.Provider;
import aerate.server.TinyModels;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Login at a hospital's own provider, from the page and back to it. */
class ProviderPageTest {
    @TempDir
    private Path folder;

    @Test
    void whoHasAnAccount_comesBackLoggedIn_whoHasNone_isToldSo()
            throws IOException, InterruptedException, JOSEException {
        try (Browser browser = Browser.open(1366, 768);
                Provider provider = new Provider();
                Clinic clinic = Clinic.start(
                        folder.resolve("data"),
                        TinyModels.classifier(folder.resolve("tiny"), 1),
                        provider.settings())) {
            clinic.admin()
                    .post("/api/accounts", Map.of("name", "radiologist", "roles", List.of("READER")))
                    .was(201);
            browser.go("http://127.0.0.1:" + clinic.port() + "/");
            browser.read(".others a", "Log in by Hospital");
            assertThat(browser.barriers()).isEmpty();

            provider.isNow("somebody else");
            browser.click(".others a");
            browser.read(".problem", "There is no account here for who you are there.");
            assertThat(browser.barriers()).isEmpty();

            browser.said(); // that nobody was here yet
            provider.isNow("radiologist");
            browser.click(".others a");
            browser.read("header", "radiologist");
            browser.see(".views .count");
            browser.click(".leave"); // by a session that may change something
            browser.see(".login");
            assertThat(browser.said()).isEmpty();
        }
    }
}
