package aerate.film.codec;

import java.util.ArrayList;
import java.util.List;
import jj2000.j2k.util.MsgLogger;

/** What JJ2000 would print: it mends damage by guessing, and only warns of it. */
final class Complaints implements MsgLogger {
    private final List<String> warnings = new ArrayList<>();

    /** Throws if there was a warning. */
    void requireNone() throws CodecException {
        CodecException.require(
                warnings.isEmpty(), "compressed pixels are damaged: " + (warnings.isEmpty() ? "" : warnings.get(0)));
    }

    @Override
    public void printmsg(int severity, String message) {
        if (severity >= WARNING && !message.contains("marker segment found but")) { // an index that it does not need
            warnings.add(message);
        }
    }

    @Override
    public void println(String message, int firstIndent, int indent) {}

    @Override
    public void flush() {}
}
