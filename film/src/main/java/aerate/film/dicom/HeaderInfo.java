package aerate.film.dicom;

import aerate.film.FilmInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** What a header tells of its film: view, date, and a pseudonym of its patient. */
final class HeaderInfo {
    private static final int PSEUDONYM_LETTERS = 16;

    private HeaderInfo() {}

    /** What was known already stays; the header fills in what was not. */
    static FilmInfo of(Dataset header, FilmInfo known) {
        FilmInfo.View view = known.view() == FilmInfo.View.UNKNOWN ? view(header) : known.view();
        return new FilmInfo(
                known.source(),
                known.patient().or(() -> header.text(Tag.PATIENT_ID).map(id -> pseudonym(header, id))),
                view,
                known.date().or(() -> date(header)));
    }

    private static FilmInfo.View view(Dataset header) {
        return switch (header.code(Tag.VIEW_POSITION).orElse("")) {
            case "PA", "AP" -> FilmInfo.View.FRONTAL;
            case "LL", "RL", "LLD", "RLD", "LATERAL" -> FilmInfo.View.LATERAL;
            default -> FilmInfo.View.UNKNOWN;
        };
    }

    private static Optional<LocalDate> date(Dataset header) {
        return Stream.of(Tag.ACQUISITION_DATE, Tag.CONTENT_DATE, Tag.STUDY_DATE)
                .map(tag -> header.code(tag).flatMap(HeaderInfo::day))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A date that is none is left out: no grey depends on it. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same for the same number of the same issuer; SHA-256, which hides the number from readers, not from who tries all numbers. */
    private static String pseudonym(Dataset header, String id) {
        try {
            String issuer = header.text(Tag.ISSUER_OF_PATIENT_ID).orElse("");
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((issuer + "\\" + id).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, PSEUDONYM_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must have SHA-256", e);
        }
    }
}
