package aerate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The examples of protobuf's own description of its wire format. */
final class ProtobufMessageTest {
    @Test
    void number_isAVarint() {
        assertThat(new ProtobufMessage().number(1, 150).bytes()).containsExactly(0x08, 0x96, 0x01);
    }

    @Test
    void text_isPrecededByItsLength() {
        assertThat(new ProtobufMessage().text(2, "testing").bytes())
                .containsExactly(0x12, 0x07, 't', 'e', 's', 't', 'i', 'n', 'g');
    }

    @Test
    void message_liesWithinAnother() {
        ProtobufMessage inner = new ProtobufMessage().number(1, 150);
        assertThat(new ProtobufMessage().message(3, inner).bytes()).containsExactly(0x1a, 0x03, 0x08, 0x96, 0x01);
    }
}
