package aerate.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives a session the roles that its account has now, and none where the account was closed meanwhile. */
final class AccountFilter extends OncePerRequestFilter {
    private final Accounts accounts;

    AccountFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication session) {
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    accounts.current(session.getPrincipal().name())
                            .map(ActorAuthentication::new)
                            .orElse(null)));
        }
        chain.doFilter(request, response);
    }
}
