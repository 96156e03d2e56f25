package aerate.server;

import aerate.film.UnreadableFilmException;
import aerate.network.Json;
import aerate.server.store.ObjectStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.NoSuchFileException;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What goes wrong, as problem details (RFC 9457): the rule and the value where the asker can do better, else nothing. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongWord(IllegalArgumentException e) {
        return problem(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noFilm(UnreadableFilmException e) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notHere(NoSuchElementException e) {
        return problem(HttpStatus.NOT_FOUND, "there is none of this id");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notKept(NoSuchFileException e) {
        LOG.error("an object is missing from the store: {}", e.getFile());
        return problem(HttpStatus.NOT_FOUND, "its file is missing from the store");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> taken(DuplicateKeyException e) {
        return problem(HttpStatus.CONFLICT, "the name must be new, was taken");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> full(ObjectStore.FullException e) {
        LOG.error("a film was refused: {}", e.getMessage());
        return problem(HttpStatus.INSUFFICIENT_STORAGE, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noStore(ObjectStore.AwayException e) {
        LOG.error("{}", e.getMessage());
        return away("the store of films cannot be reached");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(BusyException e) {
        return ResponseEntity.status(e.status())
                .header("Retry-After", String.valueOf(e.retryAfter().toSeconds()))
                .body(ProblemDetail.forStatusAndDetail(e.status(), e.getMessage()));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> noDatabase(RuntimeException e) {
        LOG.error("the database failed: {}", e.getClass().getSimpleName());
        return away("the database cannot be reached");
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String rule = e.getCause() instanceof JsonProcessingException json ? Json.reason(json) : "it must be JSON";
        return ResponseEntity.badRequest().body(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, rule));
    }

    private static ResponseEntity<ProblemDetail> away(String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "5")
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
