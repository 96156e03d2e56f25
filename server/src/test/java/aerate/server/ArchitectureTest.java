package aerate.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's own arrows; that nothing below knows Spring, or the server, is Maven's. */
class ArchitectureTest {
    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("aerate.server");

    /** Who never depends on whom. */
    @ParameterizedTest
    @CsvSource({
        "aerate.server,         org.bytedeco",
        "aerate.server,         aerate.training",
        "aerate.server,         aerate.cli",
        "aerate.server.store,   aerate.server.film",
        "aerate.server.access,  aerate.server.film",
        "aerate.server.film,    aerate.server.reading",
        "aerate.server.reading, aerate.server.course",
        "aerate.server.reading, aerate.server.dicom",
        "aerate.server.dicom,   aerate.server.course"
    })
    void arrow_pointsOneWay(String from, String to) {
        noClasses()
                .that()
                .resideInAPackage(from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(to + "..")
                .check(SERVER);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("aerate.server.(**)").should().beFreeOfCycles().check(SERVER);
    }
}
