package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneClinic.class)
class LiveTest {
    @Test
    void film_isTold_toItsTenantOnly(Clinic clinic) throws IOException, InterruptedException {
        BlockingQueue<String> here = new LinkedBlockingQueue<>();
        BlockingQueue<String> nextDoor = new LinkedBlockingQueue<>();
        clinic.admin().listen("/api/events", here::add);
        Neighbour.of(clinic).listen("/api/events", nextDoor::add);
        String film = clinic.admin().accepted(TinyModels.film(48, 5000));
        String told = "";
        while (told != null && !(told.contains(film) && told.contains("\"READ\""))) {
            told = here.poll(30, TimeUnit.SECONDS);
        }
        assertThat(told).isNotNull();
        assertThat(nextDoor).noneMatch(line -> line.startsWith("data:"));
    }
}
