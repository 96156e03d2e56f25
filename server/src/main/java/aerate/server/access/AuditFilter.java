package aerate.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Enters every request in the log, refused ones too; but for health, the page's own files, and metrics. */
final class AuditFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);

    private final AuditLog log;

    AuditFilter(AuditLog log) {
        this.log = log;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/actuator") || path.startsWith("/page") || path.lastIndexOf('/') == 0;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Actor> before = actor();
        try {
            chain.doFilter(request, response);
            write(before.or(AuditFilter::actor), request, response.getStatus());
        } catch (AccessDeniedException e) {
            write(before, request, before.isPresent() ? 403 : 401);
            throw e;
        } catch (ServletException | IOException | RuntimeException e) {
            write(before, request, 500);
            throw e;
        }
    }

    private static Optional<Actor> actor() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication known
                ? Optional.of(known.getPrincipal())
                : Optional.empty();
    }

    private void write(Optional<Actor> actor, HttpServletRequest request, int outcome) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String action = request.getMethod() + " " + (pattern == null ? "(not reached)" : pattern);
        try {
            log.write(actor, action, subject(request), outcome);
        } catch (DataAccessException | TransactionException e) {
            LOG.error("not entered in the log: {} by {}: {}", action, actor.map(Actor::name), outcome);
        }
    }

    private static String subject(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("id") instanceof String id
                ? id.substring(0, Math.min(100, id.length()))
                : null;
    }
}
