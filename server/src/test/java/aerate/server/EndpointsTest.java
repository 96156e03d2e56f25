package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint: nobody without the right, and nobody of another tenant. */
@ExtendWith(OneClinic.class)
class EndpointsTest {
    private static final String READER = "READER";
    private static final String OPERATOR = "OPERATOR";
    private static final String ADMIN = "ADMIN";
    private static final String HOUSE = "HOUSE"; // an admin of the first tenant
    private static final Set<String> SEES_FILMS = Set.of(READER, OPERATOR);
    private static final Set<String> ALL = Set.of(READER, OPERATOR, ADMIN);
    private static final Map<String, Client> TOKENS = new HashMap<>();
    private static Ids known;

    /**
     * An endpoint.
     *
     * @param who may ask
     * @param owned whether it is of one film, course, account or token, which another tenant must not find
     */
    record Endpoint(String method, String path, Set<String> who, boolean owned, String body) {
        Endpoint(String method, String path, Set<String> who) {
            this(method, path, who, path.contains("{"), "");
        }

        Endpoint(String method, String path, Set<String> who, String body) {
            this(method, path, who, path.contains("{"), body);
        }

        Client.Answer ask(Client client, Ids ids) throws IOException, InterruptedException {
            String asked = path.replace("films/{id}", "films/" + ids.film())
                    .replace("courses/{id}", "courses/" + ids.film())
                    .replace("accounts/{id}", "accounts/" + ids.account())
                    .replace("tokens/{id}", "tokens/" + ids.token())
                    .replace("DiagnosticReport/{id}", "DiagnosticReport/" + ids.film())
                    .replaceAll("\\{(study|series|instance|workitem)}", "1.2.3")
                    .replace("{lambda}", "100");
            return client.send(
                    method, asked, body.isEmpty() ? "" : "application/json", body.getBytes(StandardCharsets.UTF_8));
        }

        String name() {
            return method + " " + path;
        }
    }

    record Ids(String film, long account, long token) {}

    static List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("POST", "/api/logout", ALL),
                new Endpoint("GET", "/api/me", ALL),
                new Endpoint("PUT", "/api/me/password", ALL, "{\"old\":\"wrong\",\"fresh\":\"short\"}"),
                new Endpoint("GET", "/api/films", SEES_FILMS),
                new Endpoint("POST", "/api/films", SEES_FILMS, "{}"),
                new Endpoint("GET", "/api/films/counts", SEES_FILMS),
                new Endpoint("GET", "/api/films/{id}", SEES_FILMS),
                new Endpoint("GET", "/api/films/{id}/image", SEES_FILMS),
                new Endpoint("GET", "/api/films/{id}/file", SEES_FILMS),
                new Endpoint("GET", "/api/films/{id}/heatmap", SEES_FILMS),
                new Endpoint("GET", "/api/films/{id}/courses", SEES_FILMS),
                new Endpoint("POST", "/api/films/{id}/readings", Set.of(OPERATOR)),
                new Endpoint("POST", "/api/films/{id}/opinions", Set.of(READER), "{\"verdict\":\"NORMAL\"}"),
                new Endpoint("POST", "/api/films/{id}/courses", Set.of(READER), "{}"),
                new Endpoint("GET", "/api/courses/{id}", Set.of(READER)),
                new Endpoint("GET", "/api/courses/{id}/films/{lambda}", Set.of(READER)),
                new Endpoint("DELETE", "/api/courses/{id}", Set.of(READER)),
                new Endpoint("GET", "/api/agreement", SEES_FILMS),
                new Endpoint("GET", "/api/events", SEES_FILMS),
                new Endpoint("GET", "/api/drift", Set.of(OPERATOR)),
                new Endpoint("GET", "/api/models", Set.of(OPERATOR, ADMIN)),
                new Endpoint("PUT", "/api/models/current", Set.of(HOUSE), "{\"name\":\"nothing\"}"),
                new Endpoint("GET", "/api/accounts", Set.of(ADMIN)),
                new Endpoint("POST", "/api/accounts", Set.of(ADMIN), "{\"name\":\"?\",\"roles\":[\"READER\"]}"),
                new Endpoint("PATCH", "/api/accounts/{id}", Set.of(ADMIN), "{\"active\":true}"),
                new Endpoint("GET", "/api/tokens", Set.of(ADMIN)),
                new Endpoint("POST", "/api/tokens", Set.of(ADMIN), "{\"name\":\"?\",\"roles\":[\"READER\"]}"),
                new Endpoint("DELETE", "/api/tokens/{id}", Set.of(ADMIN)),
                new Endpoint("GET", "/api/tenants", Set.of(HOUSE)),
                new Endpoint("POST", "/api/tenants", Set.of(HOUSE), "{\"name\":\"?\",\"admin\":\"?\"}"),
                new Endpoint("GET", "/api/audit", Set.of(ADMIN)),
                new Endpoint("POST", "/api/backups", Set.of(HOUSE)),
                new Endpoint("POST", "/dicomweb/studies", Set.of(OPERATOR), "{}"),
                new Endpoint("GET", "/dicomweb/studies/{study}", SEES_FILMS),
                new Endpoint("GET", "/dicomweb/studies/{study}/instances", SEES_FILMS, false, ""),
                new Endpoint("GET", "/dicomweb/studies/{study}/series/{series}/instances/{instance}", SEES_FILMS),
                new Endpoint("POST", "/dicomweb/workitems", Set.of(OPERATOR), "{}"),
                new Endpoint("GET", "/dicomweb/workitems", SEES_FILMS),
                new Endpoint("GET", "/dicomweb/workitems/{workitem}", SEES_FILMS),
                new Endpoint("POST", "/dicomweb/workitems/{workitem}/cancelrequest", Set.of(OPERATOR)),
                new Endpoint("GET", "/fhir/DiagnosticReport/{id}", SEES_FILMS));
    }

    @Test
    void endpoints_areAllThatThereAre(Clinic clinic) {
        Set<String> mapped = new TreeSet<>();
        clinic.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("aerate")) {
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(word ->
                                        mapping.getPatternValues().forEach(path -> mapped.add(word + " " + path)));
                    }
                });
        mapped.removeAll(Set.of("POST /api/login", "GET /api/providers")); // anybody's
        assertThat(mapped)
                .isEqualTo(endpoints().stream().map(Endpoint::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void stranger_isTurnedAway(Endpoint endpoint, Clinic clinic) throws IOException, InterruptedException {
        assertThat(endpoint.ask(clinic.stranger().withHeader("X-None", "0"), somebodys(clinic))
                        .status())
                .isIn(401, 403); // without a session, whoever changes something is stopped as a forgery first
        endpoint.ask(clinic.stranger().withToken("aerate_wrong"), somebodys(clinic))
                .was(401);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void whoHasNotTheRole_isRefused_whoHas_isNot(Endpoint endpoint, Clinic clinic)
            throws IOException, InterruptedException {
        Ids nobodys = new Ids("00000000-0000-0000-0000-000000000000", -1, -1);
        for (String role : ALL) {
            int status = endpoint.path().equals("/api/events") && endpoint.who().contains(role)
                    ? 200 // which does not end; LiveTest listens
                    : endpoint.ask(token(clinic, role), nobodys).status();
            boolean may = endpoint.who().contains(role) || (endpoint.who().contains(HOUSE) && role.equals(ADMIN));
            assertThat(status == 403)
                    .as(endpoint.name() + " by " + role + ": " + status)
                    .isEqualTo(!may);
            assertThat(status).isNotEqualTo(500);
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void whoIsOfAnotherTenant_findsNothing(Endpoint endpoint, Clinic clinic) throws IOException, InterruptedException {
        if (endpoint.owned()) {
            endpoint.ask(Neighbour.of(clinic), somebodys(clinic)).was(404);
        } else if (endpoint.who().contains(HOUSE)) {
            endpoint.ask(Neighbour.of(clinic), somebodys(clinic)).was(403);
        } else if (endpoint.method().equals("GET") && !endpoint.path().equals("/api/events")) {
            String shown = endpoint.ask(Neighbour.of(clinic), somebodys(clinic))
                    .was(200)
                    .text();
            assertThat(shown).doesNotContain("film.png", "\"clerk\"", "\"a machine\"", "\"admin\"");
        }
    }

    private static synchronized Client token(Clinic clinic, String role) throws IOException, InterruptedException {
        if (!TOKENS.containsKey(role)) {
            TOKENS.put(role, issued(clinic, role));
        }
        return TOKENS.get(role);
    }

    private static Client issued(Clinic clinic, String role) throws IOException, InterruptedException {
        return clinic.stranger()
                .withToken(clinic.admin()
                        .post("/api/tokens", Map.of("name", role.toLowerCase(Locale.ROOT), "roles", List.of(role)))
                        .was(201)
                        .json()
                        .at("/token")
                        .asText());
    }

    /** A film, an account and a token of the first tenant. */
    private static synchronized Ids somebodys(Clinic clinic) throws IOException, InterruptedException {
        if (known != null) {
            return known;
        }
        Client admin = clinic.admin();
        String film = admin.accepted(TinyModels.film(48, 1000));
        admin.done(film);
        admin.post("/api/accounts", Map.of("name", "clerk", "roles", List.of(READER)));
        long account = Stream.of(admin.get("/api/accounts").was(200).json())
                .flatMap(all -> all.findValues("id").stream())
                .mapToLong(id -> id.asLong())
                .max()
                .orElseThrow();
        long token = admin.post("/api/tokens", Map.of("name", "a machine", "roles", List.of(READER)))
                .was(201)
                .json()
                .at("/id")
                .asLong();
        known = new Ids(film, account, token);
        return known;
    }
}
