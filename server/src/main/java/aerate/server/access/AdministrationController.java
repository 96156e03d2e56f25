package aerate.server.access;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What admins see to: accounts, tokens, tenants, the log. */
@RestController
class AdministrationController {
    private static final int MOST_ENTRIES = 500;

    private final Accounts accounts;
    private final Tokens tokens;
    private final Tenants tenants;
    private final AuditLog log;

    AdministrationController(Accounts accounts, Tokens tokens, Tenants tenants, AuditLog log) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.tenants = tenants;
        this.log = log;
    }

    record Named(String name, List<Role> roles) {
        Named {
            roles = roles == null ? List.of() : List.copyOf(roles);
        }
    }

    record Change(List<Role> roles, Boolean active) {}

    record Founding(String name, String admin) {}

    @GetMapping("/api/accounts")
    List<Accounts.Account> accounts(Actor actor) {
        return accounts.of(actor.tenant());
    }

    @PostMapping("/api/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Accounts.Opened open(Actor actor, @RequestBody Named account) {
        return accounts.open(actor.tenant(), account.name(), account.roles());
    }

    @PatchMapping("/api/accounts/{id}")
    ResponseEntity<Accounts.Account> change(Actor actor, @PathVariable long id, @RequestBody Change change) {
        return ResponseEntity.of(accounts.change(
                actor.tenant(), id, Optional.ofNullable(change.roles()), Optional.ofNullable(change.active())));
    }

    @GetMapping("/api/tokens")
    List<Tokens.Token> tokens(Actor actor) {
        return tokens.of(actor.tenant());
    }

    @PostMapping("/api/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Tokens.Issued issue(Actor actor, @RequestBody Named token) {
        return tokens.issue(actor.tenant(), token.name(), token.roles());
    }

    @DeleteMapping("/api/tokens/{id}")
    ResponseEntity<Void> revoke(Actor actor, @PathVariable long id) {
        return tokens.revoke(actor.tenant(), id)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    @GetMapping("/api/tenants")
    List<Tenants.Tenant> tenants() {
        return tenants.all();
    }

    @PostMapping("/api/tenants")
    @ResponseStatus(HttpStatus.CREATED)
    Tenants.Founded found(@RequestBody Founding founding) {
        return tenants.found(founding.name(), founding.admin());
    }

    @GetMapping("/api/audit")
    List<AuditLog.Entry> audit(
            Actor actor,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > MOST_ENTRIES) {
            throw new IllegalArgumentException("size must be in [1, " + MOST_ENTRIES + "], was " + size);
        }
        return log.of(actor.tenant(), before, size);
    }
}
