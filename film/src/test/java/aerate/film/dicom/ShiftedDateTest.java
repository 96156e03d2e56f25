package aerate.film.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftedDateTest {
    @ParameterizedTest
    @CsvSource({
        "20260301, 1, 20260228",
        "20240301, 1, 20240229",
        "2024.03.01, 1, 20240229",
        "20260301\\20260302, 30, 20260130\\20260131",
        "20260301123059.25+0900, 1, 20260228",
        "20260301\\, 1, 20260228\\",
        "20261301, 1, ''",
        "202603, 1, ''",
        "yesterday, 1, ''",
        "2026.0301, 1, ''"
    })
    void date_goesBack_andWhatIsNoneIsEmpty(String date, int days, String shifted) {
        assertThat(ShiftedDate.of(date, days)).isEqualTo(shifted);
    }
}
