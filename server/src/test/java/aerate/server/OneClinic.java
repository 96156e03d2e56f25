package aerate.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests the one clinic that they share, since a server takes seconds to start; it ends with the last of them. */
public final class OneClinic implements ParameterResolver {
    private record Shared(Clinic clinic) implements AutoCloseable {
        static Shared start() {
            try {
                Path folder =
                        Files.createTempDirectory(Files.createDirectories(Path.of("target", "clinics")), "clinic");
                TinyModels.classifier(folder.resolve("models").resolve("other"), 2);
                return new Shared(Clinic.start(
                        folder,
                        TinyModels.classifier(folder.resolve("tiny"), 1),
                        Map.of(
                                "aerate.diffusion",
                                TinyModels.denoiser(folder.resolve("denoiser")).toString())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            clinic.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Clinic.class;
    }

    @Override
    public Clinic resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class)
                .clinic();
    }
}
