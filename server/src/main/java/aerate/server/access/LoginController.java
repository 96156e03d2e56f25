package aerate.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and out. */
@RestController
class LoginController {
    private final Accounts accounts;
    private final LoginAttempts attempts;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    LoginController(Accounts accounts, LoginAttempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    record Credentials(String name, String password) {}

    record Passwords(String old, String fresh) {}

    record Me(String name, long tenant, boolean house, Set<Role> roles) {
        static Me of(Actor actor) {
            return new Me(actor.name(), actor.tenant(), actor.house(), actor.roles());
        }
    }

    @PostMapping("/api/login")
    ResponseEntity<Me> login(
            @RequestBody Credentials given, HttpServletRequest request, HttpServletResponse response, CsrfToken csrf) {
        String name = String.valueOf(given.name());
        String address = request.getRemoteAddr();
        Duration wait = attempts.wait(name, address);
        if (!wait.isZero()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header("Retry-After", String.valueOf(wait.toSeconds() + 1))
                    .build();
        }
        Optional<Actor> actor = accounts.authenticate(name, String.valueOf(given.password()));
        if (actor.isEmpty()) {
            attempts.failed(name, address);
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        attempts.succeeded(name, address);
        request.getSession(true);
        request.changeSessionId(); // an id that somebody planted before is worth nothing
        SecurityContextImpl context = new SecurityContextImpl(new ActorAuthentication(actor.get()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        csrf.getToken(); // written as a cookie
        return ResponseEntity.ok(Me.of(actor.get()));
    }

    @PostMapping("/api/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    @GetMapping("/api/me")
    Me me(Actor actor, CsrfToken csrf) {
        csrf.getToken();
        return Me.of(actor);
    }

    @PutMapping("/api/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(Actor actor, @RequestBody Passwords passwords) {
        accounts.changePassword(actor, String.valueOf(passwords.old()), passwords.fresh());
    }
}
