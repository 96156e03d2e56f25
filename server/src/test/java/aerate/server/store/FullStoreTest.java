package aerate.server.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.server.Settings;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stores say that have no more room, or do not want us. */
class FullStoreTest {
    @ParameterizedTest
    @CsvSource({
        "507, XMinioStorageFull, FullException",
        "400, XMinioAdminBucketQuotaExceeded, FullException",
        "403, QuotaExceeded, FullException",
        "403, AccessDenied, AwayException",
        "404, NoSuchBucket, AwayException",
        "400, InvalidRequest, AwayException",
        "501, '', AwayException" // by something between, which speaks no S3
    })
    void answer_isUnderstood(int status, String code, String exception) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String text = code.isEmpty()
                    ? "<html>No.</html>"
                    : "<Error><Code>%s</Code><Message>No.</Message></Error>".formatted(code);
            byte[] answer = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        http.start();
        try {
            ObjectStore store = BucketStore.of(
                    URI.create("s3://clinic"),
                    new Settings.S3(
                            URI.create("http://127.0.0.1:" + http.getAddress().getPort()), "", "radiology", "secret"));
            assertThatThrownBy(() -> store.put("films/1", new ByteArrayInputStream(new byte[10])))
                    .extracting(e -> e.getClass().getSimpleName())
                    .isEqualTo(exception);
        } finally {
            http.stop(0);
        }
    }
}
