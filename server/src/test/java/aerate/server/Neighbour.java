package aerate.server;

import java.io.IOException;
import java.util.Map;

/** The admin of another tenant, with every role there. */
final class Neighbour {
    private static Client known;

    private Neighbour() {}

    static synchronized Client of(Clinic clinic) throws IOException, InterruptedException {
        if (known == null) {
            String password = clinic.admin()
                    .post("/api/tenants", Map.of("name", "next door", "admin", "neighbour"))
                    .was(201)
                    .json()
                    .at("/password")
                    .asText();
            known = clinic.stranger().login("neighbour", password);
        }
        return known;
    }
}
