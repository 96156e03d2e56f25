package aerate.server.store;

import aerate.server.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store that the settings name; where it cannot be used, the server does not start. */
@Configuration
class StoreConfiguration {
    @Bean
    ObjectStore objects(Settings settings) {
        URI place = settings.objects();
        try {
            ObjectStore store = place.getScheme().equals("s3")
                    ? BucketStore.of(place, settings.s3())
                    : new FolderStore(Path.of(place), settings.reserve().toBytes());
            store.requireThere();
            return store;
        } catch (IOException e) { // without its causes: who starts the server is told one line
            throw new IllegalStateException(
                    "aerate.objects must be a store that can be reached, was " + place + ": " + e.getMessage());
        }
    }
}
