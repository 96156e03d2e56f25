package aerate.server;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How a server is set up, beside what Spring's own settings say; docs/server.md explains each.
 *
 * @param folder of all that is kept: database, objects, models
 * @param model checkpoint of the classifier that reads where no admin chose another
 * @param diffusion checkpoint of the denoiser that generates courses; null is the one that ships, if it does
 * @param device where to compute: auto, cpu or cuda
 * @param threads of one operation of libtorch
 * @param workers films read at the same time
 * @param heatmap the explainer, as {@code aerate diagnose --heatmap} names it
 * @param queue films that may wait; more are answered with 429
 * @param reserve room on the disk that is left free; what would not leave it is answered with 507
 * @param perFilm the longest time that reading one film may take
 * @param lease how long a worker has a film before another may take it; longer than {@code perFilm}
 * @param attempts how often a film is tried
 * @param pictures decoded at the same time for viewers
 * @param oidcClaim what a provider of logins calls the name of an account
 * @param objects where files of films and pictures lie, by URL: a folder, or a bucket of an S3-compatible store
 * @param s3 how that store is reached
 * @param watch a folder from which films are taken; null where there is none
 * @param pacs the archive that films are fetched from and results sent to; null where there is none
 */
@ConfigurationProperties("aerate")
public record Settings(
        Path folder,
        Path model,
        Path diffusion,
        @DefaultValue("auto") String device,
        @DefaultValue("1") int threads,
        @DefaultValue("1") int workers,
        @DefaultValue("grad-cam") String heatmap,
        @DefaultValue("2000") int queue,
        @DefaultValue("1GB") DataSize reserve,
        @DefaultValue("2m") Duration perFilm,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("3") int attempts,
        @DefaultValue("2") int pictures,
        @DefaultValue("preferred_username") String oidcClaim,
        URI objects,
        @DefaultValue S3 s3,
        Path watch,
        Pacs pacs) {
    /**
     * How an S3-compatible store is reached. What is not given is looked for where Amazon's own programs look: environment,
     * profile, machine.
     *
     * @param endpoint such as {@code https://minio.hospital:9000}; null is Amazon's
     * @param region empty for the one that Amazon's programs would take; of an endpoint, which often has none, us-east-1
     * @param accessKey empty where credentials are looked for
     * @param secretKey of that key
     */
    public record S3(
            URI endpoint,
            @DefaultValue("") String region,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey) {
        public S3 {
            if (endpoint != null && !isWeb(endpoint)) {
                throw new IllegalArgumentException("aerate.s3.endpoint must begin with http or https, was " + endpoint);
            }
            if (accessKey.isEmpty() != secretKey.isEmpty()) {
                throw new IllegalArgumentException(
                        "aerate.s3.access-key and aerate.s3.secret-key must both be set, or none");
            }
        }
    }

    /**
     * An archive that speaks DICOMweb.
     *
     * @param url of its DICOMweb service, such as {@code http://localhost:8042/dicom-web}
     * @param authorization what the header of that name says; empty for none
     * @param days of studies that are looked through for new films, today's being one
     * @param send whether results are stored there
     */
    public record Pacs(
            URI url,
            @DefaultValue("") String authorization,
            @DefaultValue("2") int days,
            @DefaultValue("true") boolean send) {
        public Pacs {
            requireAtLeastOne("aerate.pacs.days", days);
            if (url == null || !isWeb(url)) {
                throw new IllegalArgumentException("aerate.pacs.url must begin with http or https, was " + url);
            }
        }
    }

    private static final Pattern OBJECTS =
            Pattern.compile("file:///.*|s3://[a-z0-9][a-z0-9.-]{2,62}(/[A-Za-z0-9._-]+)*/?");

    public Settings {
        model = model == null ? shipped("diagnosis") : model;
        objects = objects == null ? folder.resolve("objects").toUri() : objects;
        if (!OBJECTS.matcher(objects.toString()).matches()) {
            throw new IllegalArgumentException(
                    "aerate.objects must be file:///FOLDER or s3://BUCKET/PREFIX, was " + objects);
        }
        requireAtLeastOne("aerate.threads", threads);
        requireAtLeastOne("aerate.workers", workers);
        requireAtLeastOne("aerate.queue", queue);
        requireAtLeastOne("aerate.attempts", attempts);
        requireAtLeastOne("aerate.pictures", pictures);
        if (perFilm.compareTo(Duration.ZERO) <= 0 || lease.compareTo(perFilm) <= 0) {
            throw new IllegalArgumentException(
                    "aerate.lease must be longer than aerate.per-film, was " + lease + " and " + perFilm);
        }
    }

    /** The denoiser's checkpoint, if there is one. */
    public Optional<Path> denoiser() {
        return Optional.ofNullable(diffusion)
                .or(() -> Optional.of(shipped("course-latent")).filter(Files::isDirectory));
    }

    /** The watched folder, if there is one. */
    public Optional<Path> watched() {
        return Optional.ofNullable(watch);
    }

    /** The archive, if there is one. */
    public Optional<Pacs> archive() {
        return Optional.ofNullable(pacs);
    }

    /** Where a model that ships lies. */
    public static Path shipped(String name) {
        return Path.of(System.getProperty("aerate.home", "."), "models", name);
    }

    private static boolean isWeb(URI url) {
        return url.getHost() != null && String.valueOf(url.getScheme()).matches("https?");
    }

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }
}
