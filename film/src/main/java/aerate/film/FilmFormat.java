package aerate.film;

/** One file format that a film may come in. */
public interface FilmFormat {
    /** Whether a file that begins so is of this format. */
    boolean matches(byte[] content);

    /**
     * What a file tells without being decoded.
     *
     * @param content the file, or its beginning
     * @throws UnreadableFilmException if so much of it is damaged, or does not hold what is to be told
     */
    FilmHeader header(byte[] content, FilmInfo info) throws UnreadableFilmException;

    /**
     * Decodes a whole file.
     *
     * @param info what is known already; its source names the film in messages
     * @throws UnreadableFilmException if the file is damaged, truncated or of a kind that is not read
     */
    Film read(byte[] content, FilmInfo info) throws UnreadableFilmException;

    /**
     * Decodes one frame of a whole file.
     *
     * @param frame from 1
     * @throws UnreadableFilmException as {@link #read(byte[], FilmInfo)}, or if there is no such frame
     */
    default Film read(byte[] content, FilmInfo info, int frame) throws UnreadableFilmException {
        if (frame != 1) {
            throw new UnreadableFilmException(info.source(), "a frame of this file must be 1, was " + frame);
        }
        return read(content, info);
    }
}
