package aerate.film.dicom;

import java.util.Optional;

/** What a pixel's channels mean (PS3.3, C.7.6.3.1.2). */
enum Photometric {
    /** The smallest value is white. */
    MONOCHROME1,
    /** The smallest value is black. */
    MONOCHROME2,
    PALETTE_COLOR,
    RGB,
    YBR_FULL,
    /** At half the colour across: only as JPEG, whose decoder brings it to full size. */
    YBR_FULL_422,
    /** JPEG 2000's reversible colours, which its decoder makes RGB. */
    YBR_RCT,
    /** JPEG 2000's irreversible colours, which its decoder makes RGB. */
    YBR_ICT;

    static Photometric of(Optional<String> code) throws DicomException {
        if (code.isEmpty()) {
            throw new DicomException("a DICOM film must have a photometric interpretation, had none");
        }
        for (Photometric photometric : values()) {
            if (photometric.name().equals(code.get().replace(' ', '_'))) {
                return photometric;
            }
        }
        throw new DicomException("a photometric interpretation must be one that is read, was " + code.get());
    }

    int channels() {
        return switch (this) {
            case MONOCHROME1, MONOCHROME2, PALETTE_COLOR -> 1;
            default -> 3;
        };
    }
}
