package aerate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows of the architecture between packages, which point one way; those between modules are Maven's too. */
class ArchitectureTest {
    private static final JavaClasses AERATE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("aerate");

    @ParameterizedTest
    @ValueSource(strings = {"tensor", "film", "network", "diffusion", "reading", "training", "report", "cli"})
    void module_isSeenByTheseRules(String module) {
        assertThat(AERATE).anyMatch(seen -> seen.getPackageName().startsWith("aerate." + module));
    }

    /** A library, and the packages that alone know it. */
    @ParameterizedTest
    @CsvSource({
        "org.bytedeco, tensor, benchmark",
        "picocli, cli, cli",
        "com.twelvemonkeys, film, film",
        "com.github.jaiimageio, film, film",
        "jj2000, film, film",
        "me.tongfei, cli, cli",
        "org.knowm, report, report",
        "freemarker, report, report"
    })
    void library_isKnownToItsModuleOnly(String library, String module, String orModule) {
        noClasses()
                .that()
                .resideOutsideOfPackages("aerate." + module + "..", "aerate." + orModule + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(AERATE);
    }

    /** Who never depends on whom. */
    @ParameterizedTest
    @CsvSource({
        "aerate.tensor,            aerate.film",
        "aerate.tensor,            aerate.network",
        "aerate.tensor,            aerate.diffusion",
        "aerate.tensor,            com.fasterxml",
        "aerate.film,              aerate.tensor",
        "aerate.film,              aerate.network",
        "aerate.film,              aerate.diffusion",
        "aerate.film,              com.fasterxml",
        "aerate.film.codec,        aerate.film.dicom",
        "aerate.diffusion,         aerate.network",
        "aerate.diffusion,         aerate.film",
        "aerate.diffusion,         com.fasterxml",
        "aerate.network,           aerate.diffusion",
        "aerate.network,           aerate.film",
        "aerate.reading,           aerate.training",
        "aerate.training,          aerate.reading",
        "aerate.report,            aerate.reading",
        "aerate.report,            aerate.training",
        "aerate.reading.diagnosis, aerate.reading.heatmap",
        "aerate.reading.diagnosis, aerate.reading.course",
        "aerate.reading.heatmap,   aerate.reading.course",
        "aerate.reading.diagnosis, aerate.reading.triage",
        "aerate.reading.heatmap,   aerate.reading.triage",
        "aerate.reading.course,    aerate.reading.triage"
    })
    void arrow_pointsOneWay(String from, String to) {
        noClasses()
                .that()
                .resideInAPackage(from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(to + "..")
                .check(AERATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reading", "training", "report"})
    void product_knowsNoCommandLine(String module) {
        noClasses()
                .that()
                .resideInAPackage("aerate." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("aerate.cli..")
                .check(AERATE);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("aerate.(**)").should().beFreeOfCycles().check(AERATE);
    }
}
