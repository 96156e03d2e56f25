package aerate.film.dicom;

import java.io.IOException;
import java.io.InputStream;

/** The films that {@code dicom_fixtures.py} made. */
final class Fixtures {
    private Fixtures() {}

    static byte[] read(String name) throws IOException {
        try (InputStream file = Fixtures.class.getResourceAsStream(name + ".dcm")) {
            return file.readAllBytes();
        }
    }
}
