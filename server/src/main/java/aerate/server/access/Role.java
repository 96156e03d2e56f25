package aerate.server.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account is for; it may be for several things. */
public enum Role {
    /** Sees films, says a verdict, asks for courses. */
    READER,
    /** Sends films, watches the server. */
    OPERATOR,
    /** Sees to accounts, tokens and the log. */
    ADMIN;

    static String joined(Collection<Role> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles must be at least one, were none");
        }
        return EnumSet.copyOf(roles).stream().map(Role::name).collect(Collectors.joining(","));
    }

    static Set<Role> parsed(String roles) {
        return Arrays.stream(roles.split(","))
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
