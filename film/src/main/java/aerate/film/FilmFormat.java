package aerate.film;

/** One file format that a film may come in. */
interface FilmFormat {
    /** Whether a file that begins so is of this format. */
    boolean matches(byte[] content);

    /**
     * Decodes a whole file.
     *
     * @param info what is known already; its source names the film in messages
     * @throws UnreadableFilmException if the file is damaged, truncated or of a kind that is not read
     */
    Film read(byte[] content, FilmInfo info) throws UnreadableFilmException;
}
