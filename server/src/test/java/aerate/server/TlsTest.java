package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS, as docs/server.md says to set it up. */
class TlsTest {
    private static final String PASSWORD = "of a test";

    @TempDir
    private Path folder;

    @Test
    void server_withACertificate_speaksTlsOnly_andItsCookieIsSecure()
            throws IOException, InterruptedException, GeneralSecurityException {
        Path keys = keys();
        try (Clinic clinic = Clinic.start(
                folder.resolve("data"),
                TinyModels.classifier(folder.resolve("tiny"), 1),
                Map.of(
                        "server.ssl.key-store",
                        keys.toString(),
                        "server.ssl.key-store-password",
                        PASSWORD,
                        "server.servlet.session.cookie.secure",
                        "true"))) {
            assertThat(clinic.said()).contains("listening at https://");
            String address = "https://localhost:" + clinic.port();
            HttpClient http = HttpClient.newBuilder().sslContext(trusting(keys)).build();
            HttpRequest login = HttpRequest.newBuilder(URI.create(address + "/api/login"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"name\":\"admin\",\"password\":\"" + clinic.password() + "\"}"))
                    .build();
            HttpResponse<String> answer = http.send(login, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .hasSize(2)
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "SameSite=Strict"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            clinic.stranger().get("/actuator/health").was(400); // plain HTTP
        }
    }

    private Path keys() throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return keys;
    }

    private static SSLContext trusting(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("mykey"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
