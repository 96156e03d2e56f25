package aerate.server;

import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the server listens, as soon as it does. */
@Component
class Announcement {
    private final Environment environment;

    Announcement(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void listening(ServletWebServerInitializedEvent event) {
        WebServerApplicationContext context = event.getApplicationContext();
        if (context.getServerNamespace() == null) { // not a second port of Actuator's
            String scheme = environment.getProperty("server.ssl.enabled", Boolean.class, false)
                            || environment.containsProperty("server.ssl.bundle")
                            || environment.containsProperty("server.ssl.certificate")
                            || environment.containsProperty("server.ssl.key-store")
                    ? "https"
                    : "http";
            System.out.println("aerate: listening at " + scheme + "://"
                    + environment.getProperty("server.address", "127.0.0.1") + ":"
                    + event.getWebServer().getPort());
        }
    }
}
