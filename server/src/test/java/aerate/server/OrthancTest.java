package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real archive: what is stored in it comes back read. */
class OrthancTest {
    private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");

    @TempDir
    private Path folder;

    @Test
    void filmInTheArchive_isFetched_andItsResultsAreStoredThere() throws IOException, InterruptedException {
        assumeTrue(isInstalled("Orthanc") && Files.exists(PLUGIN), "needs Debian's orthanc and orthanc-dicomweb");
        int port = freePort();
        int dicom = freePort();
        Process orthanc = start(port, dicom);
        try (Clinic clinic = Clinic.start(
                folder.resolve("data"),
                TinyModels.classifier(folder.resolve("tiny"), 1),
                Map.of(
                        "aerate.pacs.url",
                        "http://127.0.0.1:" + port + "/dicom-web",
                        "aerate.pacs-every",
                        "500",
                        "aerate.results-every",
                        "500"))) {
            Client archive = listening(port);
            DicomFilm film = DicomFilm.of(64, 1);
            send(film, archive, dicom);
            List<JsonNode> instances = instances(archive, 3);
            assertThat(instances).hasSize(3);
            int captures = 0;
            int reports = 0;
            for (JsonNode instance : instances) {
                String path = "/instances/" + instance.at("/ID").asText();
                JsonNode tags = archive.get(path + "/simplified-tags").was(200).json();
                assertThat(tags.at("/StudyInstanceUID").asText())
                        .isEqualTo(film.study().value());
                String modality = tags.at("/Modality").asText();
                captures += modality.equals("OT") ? 1 : 0;
                reports += modality.equals("SR") ? 1 : 0;
                if (!modality.equals("CR")) { // the film itself is not ours
                    requireClean(archive.get(path + "/file").was(200).response().body());
                }
            }
            assertThat(captures).isEqualTo(1);
            assertThat(reports).isEqualTo(1);
            Thread.sleep(1500); // the exchange goes on: nothing comes twice
            assertThat(instances(archive, 3)).hasSize(3);
            assertThat(clinic.admin()
                            .get("/api/films/counts")
                            .json()
                            .at("/read")
                            .asInt())
                    .isEqualTo(1);
        } finally {
            orthanc.destroy();
            orthanc.waitFor();
        }
    }

    private Process start(int port, int dicom) throws IOException {
        Path configuration = folder.resolve("orthanc.json");
        Files.writeString(configuration, """
                {"Name": "Test", "StorageDirectory": "%s", "IndexDirectory": "%s", "HttpPort": %d, "DicomPort": %d,
                 "RemoteAccessAllowed": false, "AuthenticationEnabled": false, "Plugins": ["%s"],
                 "DicomAlwaysAllowStore": true, "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}}""".formatted(
                        folder.resolve("archive"), folder.resolve("archive"), port, dicom, PLUGIN));
        return new ProcessBuilder("Orthanc", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("orthanc.log").toFile())
                .start();
    }

    private Client listening(int port) throws InterruptedException, IOException {
        Client archive = new Client("http://127.0.0.1:" + port);
        for (int i = 0; i < 300; i++) {
            try {
                archive.get("/system").was(200);
                return archive;
            } catch (ConnectException e) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("orthanc.log")));
    }

    /** By {@code storescu}, as a device does, where dcmtk is installed. */
    private void send(DicomFilm film, Client archive, int dicom) throws IOException, InterruptedException {
        if (isInstalled("storescu")) {
            Path file = Files.write(folder.resolve("film.dcm"), film.file());
            assertThat(said("storescu", "-aec", "TEST", "127.0.0.1", String.valueOf(dicom), file.toString()))
                    .isEmpty();
        } else {
            archive.send("POST", "/instances", "application/dicom", film.file()).was(200);
        }
    }

    private static List<JsonNode> instances(Client archive, int many) throws IOException, InterruptedException {
        List<JsonNode> instances = new ArrayList<>();
        for (int i = 0; i < 300 && instances.size() < many; i++) {
            Thread.sleep(100);
            instances.clear();
            archive.get("/instances?expand").was(200).json().forEach(instances::add);
        }
        return instances;
    }

    private void requireClean(byte[] object) throws IOException, InterruptedException {
        if (isInstalled("dciodvfy")) {
            Path file = Files.write(folder.resolve("object.dcm"), object);
            assertThat(said("dciodvfy", file.toString())).doesNotContain("Error");
        }
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, program)));
    }
}
