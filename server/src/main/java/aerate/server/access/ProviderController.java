package aerate.server.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where else one can log in: the providers (OpenID Connect) that were configured. */
@RestController
class ProviderController {
    private final List<Provider> providers = new ArrayList<>();

    ProviderController(ObjectProvider<ClientRegistrationRepository> configured) {
        if (configured.getIfAvailable() instanceof Iterable<?> all) {
            all.forEach(each -> providers.add(Provider.of((ClientRegistration) each)));
        }
    }

    /** One of them; {@code path} is where logging in begins. */
    record Provider(String name, String path) {
        static Provider of(ClientRegistration registration) {
            return new Provider(
                    registration.getClientName(), "/oauth2/authorization/" + registration.getRegistrationId());
        }
    }

    @GetMapping("/api/providers")
    List<Provider> providers() {
        return List.copyOf(providers);
    }
}
