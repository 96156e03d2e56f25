package aerate.server.access;

import java.io.Serializable;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name of the account or token
 * @param tenant whose films it may see
 * @param house whether that is the first tenant
 */
public record Actor(String name, long tenant, boolean house, Set<Role> roles) implements Serializable {
    /** The first tenant, whose are the films that come in without anybody's login. */
    public static final long HOUSE = 1;

    public Actor {
        roles = Set.copyOf(roles);
    }

    static Actor of(String name, long tenant, Set<Role> roles) {
        return new Actor(name, tenant, tenant == HOUSE, roles);
    }
}
