package aerate.cli;

import aerate.film.UnreadableFilmException;
import aerate.film.WholeFile;
import aerate.film.dicom.Deidentified;
import aerate.film.dicom.Deidentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate deidentify}: DICOM films without what their headers tell of persons, places and days. */
@Command(
        name = "deidentify",
        description =
                "De-identifies DICOM films after PS3.15 Annex E (basic profile, modified dates). Pixels stay as they"
                        + " are: a film itself can identify a patient.")
final class DeidentifyCommand implements Callable<Integer> {
    private static final int SECRET_BYTES = 32;

    @Parameters(index = "0", paramLabel = "IN", description = "A DICOM film, or a folder of them, nested or not.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "Folder to write PATIENT/UID.dcm to.")
    private Path out;

    @Option(
            names = "--secret",
            paramLabel = "FILE",
            description =
                    "At least 16 bytes: the same file, the same pseudonyms, UIDs and shifts of dates. Without it, a"
                            + " secret is drawn and forgotten, and nobody can link this run to another.")
    private Path secret;

    private final Set<String> patients = new HashSet<>();
    private int written;
    private int others;
    private int leftOut;
    private int notTold;

    @Override
    public Integer call() throws IOException {
        Deidentifier deidentifier = new Deidentifier(secret());
        List<Path> files = files();
        try (ProgressBar bar = ProgressBars.of("de-identifying", files.size(), "files")) {
            for (Path file : files) {
                deidentify(deidentifier, file);
                bar.step();
            }
        }
        System.out.printf("%d films of %d patients in %s%n", written, patients.size(), out);
        if (others > 0) {
            System.out.printf("%d other files are no DICOM and were not touched%n", others);
        }
        if (notTold > 0) {
            System.out.printf("%d films do not tell whether there is writing in their pixels: look at them%n", notTold);
        }
        System.out.println("pixels are as they were: writing burnt into them stays, and a film itself can identify a"
                + " patient");
        return leftOut > 0 || written == 0 ? 1 : 0;
    }

    private byte[] secret() throws IOException {
        if (secret != null) {
            return Files.readAllBytes(secret);
        }
        byte[] drawn = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(drawn);
        return drawn;
    }

    private List<Path> files() throws IOException {
        Path from = in.toRealPath();
        if (Files.isDirectory(from) && out.toAbsolutePath().normalize().startsWith(from)) {
            throw new IllegalArgumentException("OUT must lie outside of IN, was " + out);
        }
        try (Stream<Path> walk = Files.walk(in)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void deidentify(Deidentifier deidentifier, Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (!Deidentifier.isDicom(content)) {
            others++;
            return;
        }
        try {
            write(deidentifier.deidentify(content, file.toString()), file);
        } catch (UnreadableFilmException e) {
            System.err.println("left out: " + e.getMessage());
            leftOut++;
        }
    }

    /** Under names that tell nothing of the old ones. */
    private void write(Deidentified film, Path file) throws IOException {
        Path folder = Files.createDirectories(out.resolve(film.patient()));
        WholeFile.write(folder.resolve(film.instance() + ".dcm"), film.file());
        patients.add(film.patient());
        written++;
        switch (film.burntIn()) {
            case YES ->
                System.err.println("writing in the pixels, says its header: " + file + ", now "
                        + folder.resolve(film.instance() + ".dcm"));
            case NOT_TOLD -> notTold++;
            case NO -> {}
        }
    }
}
