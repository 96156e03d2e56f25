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
        String registration = "spring.security.oauth2.client.registration.hospital.";
        try (Provider provider = new Provider();
                Clinic clinic = Clinic.start(
                        folder.resolve("data"),
                        TinyModels.classifier(folder.resolve("tiny"), 1),
                        Map.of(
                                registration + "client-id",
                                "aerate",
                                registration + "client-secret",
                                "secret",
                                registration + "scope",
                                "openid",
                                "spring.security.oauth2.client.provider.hospital.issuer-uri",
                                provider.issuer(),
                                "server.servlet.session.cookie.same-site",
                                "lax"))) {
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
            login(radiologist, 302);
            assertThat(radiologist.get("/api/me").was(200).json().at("/name").asText())
                    .isEqualTo("radiologist");
            radiologist.get("/api/films").was(200);
            radiologist.get("/api/accounts").was(403);
            provider.isNow("somebody else");
            Client other = clinic.stranger();
            login(other, 403);
            other.get("/api/me").was(401);
        }
    }

    private static void login(Client client, int status) throws IOException, InterruptedException {
        Client.Answer there = client.get("/oauth2/authorization/hospital").was(302);
        Client.Answer back = new Client("").get(there.header("Location")).was(302);
        String location = back.header("Location");
        client.get(location.substring(location.indexOf("/login/oauth2"))).was(status);
    }
}
