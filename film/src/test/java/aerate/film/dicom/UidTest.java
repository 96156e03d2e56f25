package aerate.film.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UidTest {
    @Test
    void freshOnes_areValid_andAllDifferent() {
        Set<Uid> fresh = Stream.generate(Uid::fresh).limit(1000).collect(Collectors.toSet());
        assertThat(fresh).hasSize(1000).allMatch(uid -> uid.value().startsWith("2.25."));
    }

    @Test
    void ofADigest_isTheSameForTheSame_andFitsForTheGreatest() {
        byte[] greatest = new byte[16];
        Arrays.fill(greatest, (byte) 0xFF);
        assertThat(Uid.of(greatest)).isEqualTo(Uid.of(greatest.clone())).isNotEqualTo(Uid.of(new byte[16]));
        assertThat(Uid.of(greatest).value()).hasSizeLessThanOrEqualTo(44);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.",
                ".1",
                "1..2",
                "1.02",
                "1.2a",
                "1.1111111111111111111111111111111111111111111111111111111111111111"
            })
    void whatIsNone_isRefused(String text) {
        assertThatThrownBy(() -> new Uid(text))
                .hasMessageContaining("a UID must be")
                .hasMessageContaining(text);
    }
}
