package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Somebody who asks a server over HTTP: a session with its cookies, or a machine with its token. */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "part-of-a-test";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Client(String address) {
        this.address = address;
    }

    /** An answer. */
    public record Answer(int status, HttpResponse<byte[]> response) {
        public JsonNode json() throws IOException {
            return JSON.readTree(response.body());
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public Answer was(int expected) {
            assertThat(status).as(text()).isEqualTo(expected);
            return this;
        }
    }

    public Client login(String name, String password) throws IOException, InterruptedException {
        post("/api/login", Map.of("name", name, "password", password)).was(200);
        return this;
    }

    /** The same server, asked by a machine. */
    public Client withToken(String token) {
        return new Client(address).withHeader("Authorization", "Bearer " + token);
    }

    public Client withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", new byte[0]);
    }

    public Answer post(String path, Object json) throws IOException, InterruptedException {
        return send("POST", path, "application/json", JSON.writeValueAsBytes(json));
    }

    /** Sends files as a page does. */
    public Answer upload(Map<String, byte[]> files) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"films\"; filename=\""
                            + file.getKey() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.getValue());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send("POST", "/api/films", "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    /** Sends one film that has to be accepted; returns its id. */
    public String accepted(byte[] film) throws IOException, InterruptedException {
        return upload(Map.of("film.png", film)).was(202).json().at("/0/id").asText();
    }

    /** The film's page as soon as a worker is done with it. */
    public JsonNode done(String id) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            JsonNode page = get("/api/films/" + id).was(200).json();
            if (List.of("READ", "FAILED").contains(page.at("/film/state").asText()) || System.nanoTime() > deadline) {
                return page;
            }
            Thread.sleep(20);
        }
    }

    /** Waits until the server says that all it needs is there. */
    public void awaitHealth() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (get("/actuator/health").status() != 200 && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        get("/actuator/health").was(200);
    }

    public Answer send(String method, String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LONGEST)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        cookie("XSRF-TOKEN").ifPresent(value -> request.header("X-XSRF-TOKEN", value));
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response);
    }

    /** Hears the lines of an answer that does not end. */
    public void listen(String path, Consumer<String> hears) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        headers.forEach(request::header);
        HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        Thread thread = new Thread(() -> {
            try {
                response.body().forEach(hears);
            } catch (UncheckedIOException e) {
                hears.accept("ended: " + e.getMessage());
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }
}
