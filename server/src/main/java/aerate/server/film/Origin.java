package aerate.server.film;

/** By which way a film came in. */
public enum Origin {
    UPLOAD,
    FOLDER,
    DICOMWEB
}
