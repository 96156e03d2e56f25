package aerate.server.access;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** An actor, in the form that Spring Security asks for. */
final class ActorAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final Actor actor;

    ActorAuthentication(Actor actor) {
        super(AuthorityUtils.createAuthorityList(
                actor.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new)));
        this.actor = actor;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.name();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActorAuthentication another && actor.equals(another.actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
