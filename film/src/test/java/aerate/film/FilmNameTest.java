package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmNameTest {
    @ParameterizedTest
    @CsvSource({
        "person123_bacteria_456.jpeg, person123, bacteria",
        "person123_virus_7.jpeg, person123, virus",
        "person1628_virus_2821_1.jpeg, person1628, virus",
        "IM-0115-0001.jpeg, IM-0115, ",
        "IM-0115-0001-0002.jpeg, IM-0115, ",
        "NORMAL2-IM-0373-0001.jpeg, NORMAL2-IM-0373, ",
        "BACTERIA-1008087-0001.jpeg, BACTERIA-1008087, bacteria",
        "PERSON5_VIRUS_1.PNG, PERSON5, virus",
        "somebody.png, somebody.png, ",
        "personal.png, personal.png, ",
        "IM-0115, IM-0115, ",
    })
    void patientAndSubtype_areInTheName(String file, String patient, String subtype) {
        assertThat(FilmName.of("train/NORMAL", file))
                .isEqualTo(new FilmName("train/NORMAL/" + patient, Optional.ofNullable(subtype)));
    }

    @Test
    void equalNumbers_ofOtherFolderOrPrefix_areOtherPatients() {
        String patient = FilmName.of("train/NORMAL", "IM-0115-0001.jpeg").patient();
        assertThat(FilmName.of("test/NORMAL", "IM-0115-0001.jpeg").patient()).isNotEqualTo(patient);
        assertThat(FilmName.of("train/NORMAL", "NORMAL2-IM-0115-0001.jpeg").patient())
                .isNotEqualTo(patient);
        assertThat(FilmName.of("train/NORMAL", "IM-0115-0002.jpeg").patient()).isEqualTo(patient);
    }
}
