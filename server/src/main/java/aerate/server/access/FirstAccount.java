package aerate.server.access;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the first account of a new server, and prints its password, once. */
@Component
@Order(1)
class FirstAccount implements ApplicationRunner {
    private final Accounts accounts;
    private final Tenants tenants;

    FirstAccount(Accounts accounts, Tenants tenants) {
        this.accounts = accounts;
        this.tenants = tenants;
    }

    @Override
    public void run(ApplicationArguments words) {
        if (accounts.isEmpty()) {
            Tenants.Founded house = tenants.found("house", "admin");
            System.out.println("aerate: the first account is '" + house.admin() + "', its password " + house.password()
                    + " (shown this once)");
        }
    }
}
