package aerate.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.server.S3Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store promises. */
class ObjectStoreTest {
    private static final String KEY = "films/1/ab/abcd";

    @TempDir
    private static Path folder;

    private static S3Server server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = new S3Server(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A store that can go away, and come back. */
    private interface Place {
        ObjectStore open() throws IOException;

        void away() throws Exception;

        void back() throws Exception;
    }

    private static final class Folder implements Place {
        private final Path objects = folder.resolve("folder");
        private final Path elsewhere = folder.resolve("unmounted");

        @Override
        public ObjectStore open() throws IOException {
            return new FolderStore(objects, 0);
        }

        @Override
        public void away() throws IOException {
            Files.move(objects, elsewhere);
            Files.createDirectories(objects); // as where a disk is not mounted
        }

        @Override
        public void back() throws IOException {
            Files.delete(objects);
            Files.move(elsewhere, objects);
        }

        @Override
        public String toString() {
            return "folder";
        }
    }

    private static final class Bucket implements Place {
        @Override
        public ObjectStore open() throws IOException {
            return bucket(server);
        }

        @Override
        public void away() throws InterruptedException {
            server.kill();
        }

        @Override
        public void back() throws IOException, InterruptedException {
            server.start();
        }

        @Override
        public String toString() {
            return "bucket";
        }
    }

    static Stream<Place> places() {
        return Stream.of(new Folder(), new Bucket());
    }

    @ParameterizedTest
    @MethodSource("places")
    void object_isThere_asItWasPut_alsoForAnother(Place place) throws IOException {
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        for (byte[] content : List.of(large, new byte[0], new byte[] {1, 2, 3})) { // each in the former's place
            put(place.open(), KEY, content);
            assertThat(place.open().get(KEY)).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void keyThatIsNotThere_isTold_andOneThatLeadsOut_isRefused(Place place) throws IOException {
        ObjectStore store = place.open();
        assertThatThrownBy(() -> store.get("films/none")).isInstanceOf(NoSuchFileException.class);
        for (String key : List.of("../films", "films/../../etc/passwd", "/films/a", "films//a", "films", "")) {
            assertThatThrownBy(() -> store.get(key)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> put(store, key, new byte[1])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void contentThatBreaksOff_leavesWhatWasThere(Place place) throws IOException {
        ObjectStore store = place.open();
        put(store, KEY, new byte[] {7});
        InputStream gone = InputStream.nullInputStream();
        gone.close(); // so that it fails when it is reached
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), gone);
        assertThatThrownBy(() -> store.put(KEY, broken)).isInstanceOf(IOException.class);
        assertThat(store.get(KEY)).containsExactly(7);
    }

    @ParameterizedTest
    @MethodSource("places")
    void object_isWholeAtAnyTime_whileManyWriteIt(Place place) throws Exception {
        ObjectStore store = place.open();
        put(store, KEY, content(0));
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Object>> writes = Stream.of(1, 2, 3, 4, 5, 6, 7, 8)
                    .map(i -> writers.submit((Callable<Object>) () -> {
                        put(store, KEY, content(i));
                        return null;
                    }))
                    .toList();
            while (!writes.stream().allMatch(Future::isDone)) {
                byte[] seen = store.get(KEY);
                assertThat(seen).isEqualTo(content(seen[0]));
            }
            for (Future<Object> write : writes) {
                write.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a write must go well beside others", e.getCause());
        } finally {
            writers.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void storeThatIsAway_saysSo_andHasAllWhenItIsBack(Place place) throws Exception {
        ObjectStore store = place.open();
        put(store, KEY, new byte[] {1});
        place.away();
        try {
            assertThatThrownBy(store::requireThere).isInstanceOf(ObjectStore.AwayException.class);
            assertThatThrownBy(() -> store.get(KEY)).isInstanceOf(ObjectStore.AwayException.class);
            assertThatThrownBy(() -> put(store, "films/2", new byte[1])).isInstanceOf(ObjectStore.AwayException.class);
        } finally {
            place.back();
        }
        store.requireThere();
        assertThat(store.get(KEY)).containsExactly(1);
        assertThatThrownBy(() -> store.get("films/2")).isInstanceOf(NoSuchFileException.class);
    }

    static ObjectStore bucket(S3Server server) throws IOException {
        return BucketStore.of(
                URI.create(server.settings().get("aerate.objects")),
                new aerate.server.Settings.S3(
                        URI.create(server.endpoint()),
                        "",
                        server.settings().get("aerate.s3.access-key"),
                        server.settings().get("aerate.s3.secret-key")));
    }

    private static void put(ObjectStore store, String key, byte[] content) throws IOException {
        store.put(key, new ByteArrayInputStream(content));
    }

    private static byte[] content(int number) {
        byte[] content = new byte[200_000];
        Arrays.fill(content, (byte) number);
        return content;
    }
}
