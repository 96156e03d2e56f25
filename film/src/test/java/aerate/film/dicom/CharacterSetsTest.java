package aerate.film.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard's own examples are those of PS3.5, annexes H to J; {@code \e} stands for the escape. */
class CharacterSetsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\\\ISO 2022 IR 149| Hong^Gildong=\\e$)C\\xFB\\xF3^\\e$)C\\xD1\\xCE\\xD4\\xD7=\\e$)C\\xC8\\xAB^\\e$)C\\xB1\\xE6\\xB5\\xBF| Hong^Gildong=洪^吉洞=홍^길동
            \\\\ISO 2022 IR 87| Yamada^Tarou=\\e$B;3ED\\e(B^\\e$BB@O:\\e(B=\\e$B$d$^$@\\e(B^\\e$B$?$m$&\\e(B| Yamada^Tarou=山田^太郎=やまだ^たろう
            ISO 2022 IR 13\\\\ISO 2022 IR 87| \\xD4\\xCF\\xC0\\xDE^\\xC0\\xDB\\xB3=\\e$B;3ED\\e(J^\\e$BB@O:\\e(J| ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎
            ISO_IR 100| Buc^J\\xE9r\\xF4me| Buc^Jérôme
            ISO_IR 144| \\xBB\\xEE\\xDAce\\xDC\\xD1yp\\xD3| Люкceмбypг
            ISO_IR 192| Wang^XiaoDong=\\xE7\\x8E\\x8B^\\xE5\\xB0\\x8F\\xE4\\xB8\\x9C| Wang^XiaoDong=王^小东
            GB18030| Wang^XiaoDong=\\xCD\\xF5^\\xD0\\xA1\\xB6\\xAB| Wang^XiaoDong=王^小东
            GBK| \\xD0\\xD8\\xB2\\xBF| 胸部
            ISO 2022 IR 149| \\e$)C\\xC8\\xE4\\xBA\\xCE PA| 흉부 PA
            """)
    void text_isShownAsTheStandardSays(String sets, String written, String shown) {
        assertThat(CharacterSets.of(sets.replace("\\\\", "\\")).decode(bytes(written)))
                .isEqualTo(shown);
    }

    @Test
    void bytesThatNoSetIsToldOf_areNotGuessed() {
        assertThat(CharacterSets.of("").decode(bytes("a\\xC8\\xAB"))).isEqualTo("a\uFFFD\uFFFD");
        assertThat(CharacterSets.of("ISO_IR 999").decode(bytes("a\\xC8"))).isEqualTo("a\uFFFD");
        assertThat(CharacterSets.of("").decode(bytes("a\\e%zb\\e"))).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void everySet_isOneOfThePlatforms() {
        Charset korean = Charset.forName("EUC-KR");
        assertThat(CharacterSets.of("ISO 2022 IR 149").upper()).isEqualTo(korean);
        assertThat(CharacterSets.of("ISO_IR 13").lower()).isEqualTo(Charset.forName("JIS_X0201"));
        assertThat(CharacterSets.of("ISO_IR 192").whole()).contains(StandardCharsets.UTF_8);
        for (String number : "100 101 109 110 144 127 126 138 148 203 166 58".split(" ", -1)) {
            assertThat(CharacterSets.of("ISO_IR " + number).upper()).isNotEqualTo(StandardCharsets.US_ASCII);
        }
    }

    private static byte[] bytes(String written) {
        StringBuilder text = new StringBuilder();
        String plain = written.replace("\\e", "\u001B");
        for (int i = 0; i < plain.length(); i++) {
            boolean hexadecimal = plain.startsWith("\\x", i);
            text.append(hexadecimal ? (char) Integer.parseInt(plain.substring(i + 2, i + 4), 16) : plain.charAt(i));
            i += hexadecimal ? 3 : 0;
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
