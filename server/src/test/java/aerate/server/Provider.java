package aerate.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** A small provider of logins (OpenID Connect, code flow with RS256), at which everybody is who was said last. */
public final class Provider implements AutoCloseable {
    private final HttpServer http;
    private final RSAKey key;
    private String user = "";
    private String nonce = "";

    public Provider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k").generate();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, configuration()));
        http.createContext("/authorize", this::authorize);
        http.createContext("/token", exchange -> answer(exchange, token()));
        http.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        http.start();
    }

    private String issuer() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public void isNow(String name) {
        user = name;
    }

    /** What a server is told, so that one can log in here. */
    public Map<String, String> settings() {
        String registration = "spring.security.oauth2.client.registration.hospital.";
        return Map.of(
                registration + "client-id",
                "aerate",
                registration + "client-secret",
                "secret",
                registration + "client-name",
                "Hospital",
                registration + "scope",
                "openid",
                "spring.security.oauth2.client.provider.hospital.issuer-uri",
                issuer(),
                "server.servlet.session.cookie.same-site",
                "lax");
    }

    private String configuration() {
        return """
               {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"], "response_types_supported": ["code"],
                "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        nonce = asked.getFirst("nonce");
        exchange.getResponseHeaders()
                .add("Location", asked.getFirst("redirect_uri") + "?code=c&state=" + asked.getFirst("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private String token() {
        try {
            Instant now = Instant.now();
            SignedJWT id = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer())
                            .subject("1")
                            .audience("aerate")
                            .claim("preferred_username", user)
                            .claim("nonce", nonce)
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(60)))
                            .build());
            id.sign(new RSASSASigner(key));
            return "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \""
                    + id.serialize() + "\"}";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
