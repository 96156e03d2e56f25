package aerate.server.operation;

import aerate.server.store.ObjectStore;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the store of objects is away: no film can be taken then. */
@Component
class ObjectsHealthIndicator implements HealthIndicator {
    private final ObjectStore store;

    ObjectsHealthIndicator(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        try {
            store.requireThere();
            return Health.up().build();
        } catch (ObjectStore.AwayException e) {
            return Health.down().build(); // who asks is told no more; what fails for it is in the log
        }
    }
}
