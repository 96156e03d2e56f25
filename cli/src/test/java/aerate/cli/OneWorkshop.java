package aerate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lends all test classes the same {@link Workshop}, which is made for the first and cleared away after the last. */
final class OneWorkshop implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Workshop.class;
    }

    @Override
    public Workshop resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Workshop.class, type -> open(), Workshop.class);
    }

    private static Workshop open() {
        try {
            return Workshop.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
