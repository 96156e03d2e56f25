package aerate.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: after some failures in a row, of one name from one address or of any names from there,
 * the next attempt has to wait, each time twice as long.
 */
@Component
final class LoginAttempts {
    private static final int FREE = 5;
    private static final int FREE_OF_ANY_NAME = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginAttempts() {
        this(Clock.systemUTC());
    }

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant until) {}

    /** How long this one has to wait; zero if not at all. */
    synchronized Duration wait(String name, String address) {
        Duration ofName = left(name + "\n" + address);
        Duration ofAddress = left(address);
        return ofName.compareTo(ofAddress) > 0 ? ofName : ofAddress;
    }

    synchronized void failed(String name, String address) {
        count(name + "\n" + address, FREE);
        count(address, FREE_OF_ANY_NAME);
    }

    synchronized void succeeded(String name, String address) {
        failures.remove(name + "\n" + address);
    }

    private Duration left(String key) {
        Failures known = failures.get(key);
        Duration left = known == null ? Duration.ZERO : Duration.between(clock.instant(), known.until());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void count(String key, int free) {
        Failures known = failures.remove(key); // so that the last to fail is the last to be forgotten
        int count = known == null ? 1 : known.count() + 1;
        Duration wait = Duration.ZERO;
        if (count >= free) {
            wait = FIRST_WAIT.multipliedBy(1L << Math.min(20, count - free));
            wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        }
        failures.put(key, new Failures(count, clock.instant().plus(wait)));
    }
}
