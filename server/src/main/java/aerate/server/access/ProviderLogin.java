package aerate.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Logs in whom a provider (OpenID Connect) knows and who has an account here: roles and tenant are the account's. Anybody else
 * comes back to the page too, which tells by the word after the hash why they are not in.
 */
final class ProviderLogin implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final String ACTION = "GET /login/oauth2/code/{id}";

    private final Accounts accounts;
    private final AuditLog log;
    private final String claim;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    ProviderLogin(Accounts accounts, AuditLog log, String claim) {
        this.accounts = accounts;
        this.log = log;
        this.claim = claim;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication provider) throws IOException {
        Optional<Actor> actor = provider.getPrincipal() instanceof OAuth2User user
                ? Optional.ofNullable(user.<Object>getAttribute(claim))
                        .flatMap(name -> accounts.current(name.toString()))
                : Optional.empty();
        SecurityContextImpl context =
                new SecurityContextImpl(actor.map(ActorAuthentication::new).orElse(null));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        log.write(actor, ACTION, null, actor.isPresent() ? 200 : 403);
        response.sendRedirect(actor.isPresent() ? "/" : "/#no-account");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        log.write(Optional.empty(), ACTION, null, 401);
        response.sendRedirect("/#not-known");
    }
}
