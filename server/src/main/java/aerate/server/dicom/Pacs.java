package aerate.server.dicom;

import aerate.server.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** An archive, asked by DICOMweb: QIDO-RS for what it has, WADO-RS for films, STOW-RS for results. */
final class Pacs {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int PAGE = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings.Pacs settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    Pacs(Settings.Pacs settings) {
        this.settings = settings;
    }

    /** An image that the archive has. */
    record Image(String study, String series, String instance) {
        String path() {
            return "/studies/" + study + "/series/" + series + "/instances/" + instance;
        }
    }

    /** Images of a modality, of the last days. */
    List<Image> images(String modality) throws IOException, InterruptedException {
        LocalDate today = LocalDate.now(java.time.ZoneId.systemDefault());
        String dates = DAY.format(today.minusDays(settings.days() - 1L)) + "-" + DAY.format(today);
        List<Image> images = new ArrayList<>();
        int found = PAGE;
        for (int offset = 0; found == PAGE; offset += PAGE) {
            HttpResponse<byte[]> response = http.send(
                    request("/instances?Modality=%s&StudyDate=%s&limit=%d&offset=%d"
                                    .formatted(modality, dates, PAGE, offset))
                            .header("Accept", DicomJson.TYPE)
                            .build(),
                    BodyHandlers.ofByteArray());
            JsonNode list = response.statusCode() == 204 ? JSON.createArrayNode() : JSON.readTree(good(response));
            for (JsonNode image : list) {
                images.add(new Image(value(image, "0020000D"), value(image, "0020000E"), value(image, "00080018")));
            }
            found = list.size();
        }
        return images;
    }

    /** Hands on an image's file. */
    void fetch(Image image, long greatest, RelatedParts.Receiver receiver) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(
                request(image.path())
                        .header("Accept", "multipart/related; type=\"application/dicom\"; transfer-syntax=*")
                        .build(),
                BodyHandlers.ofInputStream());
        try (InputStream message = response.body()) {
            requireGood(response);
            String type = response.headers().firstValue("Content-Type").orElse("");
            new RelatedParts(new java.io.BufferedInputStream(message), type, greatest).forEach(receiver);
        }
    }

    /** Stores a file there. */
    void store(byte[] file) throws IOException, InterruptedException {
        RelatedMessage message = new RelatedMessage();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        message.part(body, file);
        message.end(body);
        HttpResponse<byte[]> response = http.send(
                request("/studies")
                        .header("Content-Type", message.contentType())
                        .header("Accept", DicomJson.TYPE)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofByteArray());
        JsonNode answer = JSON.readTree(good(response));
        if (answer.path("00081199").path("Value").isEmpty()) {
            throw new IOException("the archive must say that it has the object, did not");
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(settings.url() + path)).timeout(LONGEST);
        return settings.authorization().isEmpty() ? request : request.header("Authorization", settings.authorization());
    }

    private static byte[] good(HttpResponse<byte[]> response) throws IOException {
        requireGood(response);
        return response.body();
    }

    private static void requireGood(HttpResponse<?> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException("the archive must answer with 200, did with " + response.statusCode());
        }
    }

    private static String value(JsonNode image, String tag) throws IOException {
        String value = image.path(tag).path("Value").path(0).asText();
        if (!value.matches("[0-9.]{1,64}")) {
            throw new IOException("the archive must tell UIDs, told " + tag + " as " + value);
        }
        return value;
    }
}
