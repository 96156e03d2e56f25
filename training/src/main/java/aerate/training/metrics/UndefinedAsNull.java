package aerate.training.metrics;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Makes Jackson write numbers that JSON cannot hold (NaN, infinite) as {@code null} instead of as text. */
public final class UndefinedAsNull extends SimpleModule {
    private static final long serialVersionUID = 1;

    public UndefinedAsNull() {
        addSerializer(Double.class, new FiniteNumber());
        addSerializer(double.class, new FiniteNumber());
    }

    private static final class FiniteNumber extends StdSerializer<Double> {
        private static final long serialVersionUID = 1;

        FiniteNumber() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
    }
}
