package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Login at a provider. */
class ProviderLoginTest {
    @TempDir
    private Path folder;

    @Test
    void whoTheProviderKnows_isLoggedIn_ifThereIsAnAccount() throws IOException, InterruptedException, JOSEException {
        try (Provider provider = new Provider();
                Clinic clinic = Clinic.start(
                        folder.resolve("data"),
                        TinyModels.classifier(folder.resolve("tiny"), 1),
                        provider.settings())) {
            clinic.admin()
                    .post("/api/accounts", Map.of("name", "radiologist", "roles", List.of("READER")))
                    .was(201);
            assertThat(clinic.stranger()
                            .get("/api/providers")
                            .was(200)
                            .json()
                            .at("/0/path")
                            .asText())
                    .isEqualTo("/oauth2/authorization/hospital");
            provider.isNow("radiologist");
            Client radiologist = clinic.stranger();
            assertThat(login(radiologist)).endsWith("/");
            assertThat(radiologist.get("/api/me").was(200).json().at("/name").asText())
                    .isEqualTo("radiologist");
            radiologist.get("/api/films").was(200);
            radiologist.get("/api/accounts").was(403);
            provider.isNow("somebody else");
            Client other = clinic.stranger();
            assertThat(login(other)).endsWith("/#no-account");
            other.get("/api/me").was(401);
            Client forger = clinic.stranger();
            assertThat(forger.get("/login/oauth2/code/hospital?code=c&state=wrong")
                            .was(302)
                            .header("Location"))
                    .endsWith("/#not-known");
            forger.get("/api/me").was(401);
            assertThat(clinic.admin().get("/api/audit").was(200).text())
                    .contains("\"actor\":\"radiologist\",\"action\":\"GET /login/oauth2/code/{id}\"");
        }
    }

    /** Where the browser is sent in the end. */
    private static String login(Client client) throws IOException, InterruptedException {
        Client.Answer there = client.get("/oauth2/authorization/hospital").was(302);
        Client.Answer back = new Client("").get(there.header("Location")).was(302);
        String location = back.header("Location");
        return client.get(location.substring(location.indexOf("/login/oauth2")))
                .was(302)
                .header("Location");
    }
}
