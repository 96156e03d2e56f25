package aerate.film.dicom;

import java.io.IOException;

/** A rule of DICOM that a file breaks, or a part of DICOM that is not read, with the value; knows no file's name. */
final class DicomException extends IOException {
    private static final long serialVersionUID = 1;

    DicomException(String reason) {
        super(reason);
    }

    DicomException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
