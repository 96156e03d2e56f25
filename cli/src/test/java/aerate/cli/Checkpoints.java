package aerate.cli;

import aerate.network.Checkpoint;
import aerate.network.Manifest;
import aerate.tensor.Device;
import aerate.tensor.Scope;
import aerate.tensor.layer.ParameterTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Checkpoints made from others. */
final class Checkpoints {
    private Checkpoints() {}

    /** The same network, but nothing is known of how it came to be. */
    static Path withoutProvenance(Path checkpoint, Path copy) throws IOException {
        Checkpoint known = Checkpoint.open(checkpoint);
        Manifest manifest = known.manifest();
        Manifest foreign = new Manifest(
                manifest.format(),
                manifest.name(),
                manifest.architecture(),
                manifest.input(),
                manifest.classes(),
                manifest.calibration(),
                manifest.operatingPoint(),
                manifest.noise(),
                Map.of());
        try (Scope scope = Scope.open();
                ParameterTree network = known.network(Device.CPU)) {
            Checkpoint.save(copy, foreign, network.state(), "of unknown origin");
        }
        return copy;
    }
}
