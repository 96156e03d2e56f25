package aerate.server.store;

import aerate.server.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects in a bucket of an S3-compatible store. Such a store answers a request to put when the object is there for good, and
 * shows it whole or not at all.
 */
final class BucketStore implements ObjectStore, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ATTEMPT = Duration.ofSeconds(30);
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final int INSUFFICIENT_STORAGE = 507;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    private BucketStore(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** The store of an address {@code s3://BUCKET/PREFIX}. */
    static BucketStore of(URI place, Settings.S3 settings) throws AwayException {
        String path = place.getPath().replaceAll("^/|/$", "");
        try {
            return new BucketStore(client(settings), place.getAuthority(), path.isEmpty() ? "" : path + "/");
        } catch (SdkException e) { // no region, no profile
            throw away(e);
        }
    }

    private static S3Client client(Settings.S3 settings) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ATTEMPT))
                .overrideConfiguration(
                        limits -> limits.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
                // Others than Amazon's do not all know the checksums that its client would add.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(
                        settings.accessKey().isEmpty()
                                ? DefaultCredentialsProvider.builder().build()
                                : StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint()).forcePathStyle(true).region(Region.US_EAST_1);
        }
        if (!settings.region().isEmpty()) {
            builder.region(Region.of(settings.region()));
        }
        return builder.build();
    }

    @Override
    public void put(String key, InputStream content) throws IOException {
        String name = prefix + Keys.require(key);
        RequestBody body = RequestBody.fromBytes(content.readAllBytes());
        try {
            client.putObject(request -> request.bucket(bucket).key(name), body);
        } catch (S3Exception e) {
            throw isFull(e) ? new FullException("the store is full", e) : away(e);
        } catch (SdkException e) {
            throw away(e);
        }
    }

    @Override
    public byte[] get(String key) throws IOException {
        String name = prefix + Keys.require(key);
        try {
            return client.getObjectAsBytes(request -> request.bucket(bucket).key(name))
                    .asByteArrayUnsafe();
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(key);
        } catch (SdkException e) {
            throw away(e);
        }
    }

    @Override
    public void requireThere() throws AwayException {
        try {
            client.headBucket(request -> request.bucket(bucket));
        } catch (SdkException e) {
            throw away(e);
        }
    }

    /** MinIO says XMinioStorageFull and QuotaExceeded in several words, Ceph QuotaExceeded. */
    private static boolean isFull(S3Exception e) {
        String code = e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorCode());
        return e.statusCode() == INSUFFICIENT_STORAGE || code.contains("QuotaExceeded") || code.contains("StorageFull");
    }

    private static AwayException away(SdkException e) {
        return new AwayException("the store of objects failed: " + reason(e), e);
    }

    private static String reason(SdkException e) {
        if (!(e instanceof S3Exception answer)) {
            return String.valueOf(e.getMessage());
        }
        return switch (answer.statusCode()) {
            case 403 -> "it refuses these credentials (403)";
            case 404 -> "it has no such bucket (404)";
            default -> answer.getMessage();
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
