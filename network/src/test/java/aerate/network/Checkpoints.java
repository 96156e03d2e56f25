package aerate.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Manifests for tests. */
final class Checkpoints {
    private Checkpoints() {}

    static Manifest manifest(Architecture architecture) {
        return new Manifest(
                Manifest.FORMAT,
                "a test's",
                architecture,
                new InputTransform(64, 0.5, 0.25),
                List.of("NORMAL", "PNEUMONIA"),
                Optional.of(new Manifest.Calibration(1.5)),
                Optional.of(new Manifest.OperatingPoint(0.4, "by hand")),
                Optional.empty(),
                Map.of("seed", 7, "commit", "none"));
    }
}
