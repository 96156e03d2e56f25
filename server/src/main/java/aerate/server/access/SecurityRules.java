package aerate.server.access;

import static aerate.server.access.Role.ADMIN;
import static aerate.server.access.Role.OPERATOR;
import static aerate.server.access.Role.READER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import aerate.server.Settings;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/** Who may ask for what: one table, and whatever is not in it is refused. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {
    private static final String CONTENT_SECURITY = "default-src 'self'; img-src 'self' blob: data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    /** Nobody logs in by Spring's own ways, which would otherwise make up an account. */
    @Bean
    UserDetailsService noAccountsOfSprings() {
        return name -> {
            throw new UsernameNotFoundException("accounts are Aerate's");
        };
    }

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http,
            Tokens tokens,
            Accounts accounts,
            AuditLog log,
            ObjectProvider<ClientRegistrationRepository> providers,
            Settings settings)
            throws Exception {
        CookieCsrfTokenRepository csrf = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrf.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        if (providers.getIfAvailable() != null) {
            ProviderLogin back = new ProviderLogin(accounts, log, settings.oidcClaim());
            http.oauth2Login(login -> login.loginPage("/").successHandler(back).failureHandler(back));
        }
        return http.authorizeHttpRequests(SecurityRules::table)
                .csrf(rule -> rule.csrfTokenRepository(csrf)
                        // The header carries the cookie's value as it is; pages are static, so nothing leaks by BREACH.
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers("/api/login")
                        .ignoringRequestMatchers(BearerFilter::hasToken))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(Customizer.withDefaults())
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")))
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .addFilterBefore(new BearerFilter(tokens), CsrfFilter.class)
                .addFilterBefore(new DatabaseFilter(), SecurityContextHolderFilter.class)
                .addFilterAfter(new AccountFilter(accounts), SecurityContextHolderFilter.class)
                .addFilterBefore(new AuditFilter(log), AuthorizationFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void table(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry asked) {
        asked.dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ASYNC, jakarta.servlet.DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/actuator/health/**", "/actuator/health")
                .permitAll()
                .requestMatchers(POST, "/api/login")
                .permitAll()
                // The page itself holds nothing; it logs in by the interface.
                .requestMatchers(GET, "/", "/index.html", "/favicon.ico", "/page/**", "/api/providers")
                .permitAll()
                .requestMatchers(GET, "/api/me", "/api/openapi")
                .authenticated()
                .requestMatchers(POST, "/api/logout")
                .authenticated()
                .requestMatchers(PUT, "/api/me/password")
                .authenticated()
                .requestMatchers(POST, "/api/films/*/readings")
                .hasAnyRole(names(OPERATOR))
                .requestMatchers(POST, "/api/films/*/opinions", "/api/films/*/courses")
                .hasAnyRole(names(READER))
                .requestMatchers(GET, "/api/films/**", "/api/events", "/api/agreement")
                .hasAnyRole(names(READER, OPERATOR))
                .requestMatchers(POST, "/api/films")
                .hasAnyRole(names(READER, OPERATOR))
                .requestMatchers(
                        POST, "/dicomweb/studies", "/dicomweb/workitems", "/dicomweb/workitems/*/cancelrequest")
                .hasAnyRole(names(OPERATOR))
                .requestMatchers(GET, "/dicomweb/**", "/fhir/**")
                .hasAnyRole(names(READER, OPERATOR))
                .requestMatchers(GET, "/api/courses/**")
                .hasAnyRole(names(READER))
                .requestMatchers(DELETE, "/api/courses/*")
                .hasAnyRole(names(READER))
                .requestMatchers(GET, "/api/drift", "/actuator/prometheus")
                .hasAnyRole(names(OPERATOR))
                .requestMatchers(GET, "/api/models")
                .hasAnyRole(names(OPERATOR, ADMIN))
                .requestMatchers(PUT, "/api/models/current")
                .access(adminOfTheHouse())
                .requestMatchers("/api/tenants", "/api/backups")
                .access(adminOfTheHouse())
                .requestMatchers(GET, "/api/accounts", "/api/tokens", "/api/audit")
                .hasAnyRole(names(ADMIN))
                .requestMatchers(POST, "/api/accounts", "/api/tokens")
                .hasAnyRole(names(ADMIN))
                .requestMatchers(PATCH, "/api/accounts/*")
                .hasAnyRole(names(ADMIN))
                .requestMatchers(DELETE, "/api/tokens/*")
                .hasAnyRole(names(ADMIN))
                .anyRequest()
                .denyAll();
    }

    private static String[] names(Role... roles) {
        return Arrays.stream(roles).map(Role::name).toArray(String[]::new);
    }

    private static AuthorizationManager<RequestAuthorizationContext> adminOfTheHouse() {
        return (authentication, asked) ->
                new AuthorizationDecision(authentication.get().getPrincipal() instanceof Actor actor
                        && actor.house()
                        && actor.roles().contains(ADMIN));
    }
}
