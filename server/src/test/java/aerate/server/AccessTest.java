package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OneClinic.class)
class AccessTest {
    @Test
    void session_withoutTheCsrfHeader_changesNothing(Clinic clinic) throws IOException, InterruptedException {
        Client forged = clinic.loggedIn().withHeader("X-XSRF-TOKEN", "guessed");
        forged.post("/api/tokens", Map.of("name", "forged", "roles", List.of("ADMIN")))
                .was(403);
    }

    @Test
    void loggedOut_isAStranger(Clinic clinic) throws IOException, InterruptedException {
        Client admin = clinic.loggedIn();
        admin.get("/api/me").was(200);
        admin.post("/api/logout", Map.of()).was(204);
        admin.get("/api/me").was(401);
    }

    @Test
    void guesser_hasToWait_evenWithTheRightPassword(Clinic clinic) throws IOException, InterruptedException {
        String password = opened(clinic, "guessed", "READER");
        for (int i = 0; i < 5; i++) {
            login(clinic, "guessed", "wrong").was(401);
        }
        Client.Answer refused = login(clinic, "guessed", password).was(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 11);
        clinic.admin().get("/api/me").was(200); // others are not locked out
    }

    @Test
    void closedAccount_isOut_atOnce(Clinic clinic) throws IOException, InterruptedException {
        Client leaver = clinic.stranger().login("leaver", opened(clinic, "leaver", "READER"));
        leaver.get("/api/films").was(200);
        leaver.get("/api/audit").was(403);
        JsonNode accounts = clinic.admin().get("/api/accounts").was(200).json();
        for (JsonNode account : accounts) {
            if (account.at("/name").asText().equals("leaver")) {
                String path = "/api/accounts/" + account.at("/id").asLong();
                patch(clinic, path, "{\"roles\":[\"ADMIN\"]}").was(200);
                leaver.get("/api/films").was(403);
                leaver.get("/api/audit").was(200);
                patch(clinic, path, "{\"active\":false}").was(200);
            }
        }
        leaver.get("/api/audit").was(401);
    }

    @Test
    void password_isChanged_byWhoKnowsTheOld(Clinic clinic) throws IOException, InterruptedException {
        String old = opened(clinic, "changer", "READER");
        Client changer = clinic.stranger().login("changer", old);
        assertThat(put(changer, "wrong", "long enough it is").was(400).text()).contains("the old password");
        assertThat(put(changer, old, "short").was(400).text()).contains("12 to 200 letters, had 5");
        put(changer, old, "long enough it is").was(204);
        clinic.stranger().login("changer", "long enough it is");
        login(clinic, "changer", old).was(401);
    }

    @Test
    void revokedToken_opensNothing(Clinic clinic) throws IOException, InterruptedException {
        JsonNode token = clinic.admin()
                .post("/api/tokens", Map.of("name", "scanner", "roles", List.of("OPERATOR")))
                .was(201)
                .json();
        Client scanner = clinic.stranger().withToken(token.at("/token").asText());
        scanner.get("/api/films").was(200);
        clinic.admin()
                .send("DELETE", "/api/tokens/" + token.at("/id").asLong(), "", new byte[0])
                .was(204);
        scanner.get("/api/films").was(401);
    }

    @Test
    void log_tellsWhoSawWhichFilm_andWhoWasRefused(Clinic clinic) throws IOException, InterruptedException {
        Client seer = clinic.stranger().login("seer", opened(clinic, "seer", "READER"));
        String film = clinic.admin().accepted(TinyModels.film(48, 2000));
        seer.get("/api/films/" + film).was(200);
        seer.get("/api/drift").was(403);
        JsonNode entries = clinic.admin().get("/api/audit?size=50").was(200).json();
        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.at("/actor").asText()).isEqualTo("seer");
            assertThat(entry.at("/action").asText()).isEqualTo("GET /api/films/{id}");
            assertThat(entry.at("/subject").asText()).isEqualTo(film);
            assertThat(entry.at("/outcome").asInt()).isEqualTo(200);
        });
        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry.at("/outcome").asInt()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit SET actor = 'nobody'", "DELETE FROM audit", "DELETE FROM reading"})
    void log_isNotChanged_byTheServerItself(String change, Clinic clinic) throws IOException, InterruptedException {
        clinic.admin().done(clinic.admin().accepted(TinyModels.film(48, 2001)));
        assertThatThrownBy(() -> clinic.part(JdbcClient.class).sql(change).update())
                .hasRootCauseMessage("rows of " + (change.contains("audit") ? "audit" : "reading") + " are added only");
    }

    @Test
    void everyAnswer_carriesTheHeadersThatBrowsersObey(Clinic clinic) throws IOException, InterruptedException {
        Client.Answer answer = clinic.stranger().get("/api/films").was(401);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void whatIsNotInTheTable_isRefused(Clinic clinic) throws IOException, InterruptedException {
        clinic.admin().get("/actuator/env").was(403);
        clinic.stranger().get("/actuator/prometheus").was(401);
        clinic.stranger().get("/api/openapi").was(401);
        assertThat(clinic.admin().get("/actuator/prometheus").was(200).text()).contains("aerate_queue");
        assertThat(clinic.admin()
                        .get("/api/openapi")
                        .was(200)
                        .json()
                        .at("/paths")
                        .has("/api/films/{id}/heatmap"))
                .isTrue();
        assertThat(clinic.stranger().get("/actuator/health/readiness").was(200).text())
                .contains("UP");
    }

    private static String opened(Clinic clinic, String name, String role) throws IOException, InterruptedException {
        return clinic.admin()
                .post("/api/accounts", Map.of("name", name, "roles", List.of(role)))
                .was(201)
                .json()
                .at("/password")
                .asText();
    }

    private static Client.Answer login(Clinic clinic, String name, String password)
            throws IOException, InterruptedException {
        return clinic.stranger().post("/api/login", Map.of("name", name, "password", password));
    }

    private static Client.Answer patch(Clinic clinic, String path, String json)
            throws IOException, InterruptedException {
        return clinic.admin().send("PATCH", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static Client.Answer put(Client client, String old, String fresh) throws IOException, InterruptedException {
        String json = "{\"old\":\"" + old + "\",\"fresh\":\"" + fresh + "\"}";
        return client.send("PUT", "/api/me/password", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }
}
