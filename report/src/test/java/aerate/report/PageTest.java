package aerate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.Film;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageTest {
    private static final Film FILM = Samples.film(48, 64);
    private static final Map<Page, String> PAGES = new EnumMap<>(Page.class);

    @BeforeAll
    static void render() {
        PAGES.put(Page.EVALUATION, Page.EVALUATION.html(SampleModels.evaluation()));
        PAGES.put(Page.HEATMAPS, Page.HEATMAPS.html(SampleModels.heatMaps(FILM)));
        PAGES.put(Page.COMPARISON, Page.COMPARISON.html(SampleCourses.comparison(FILM)));
        PAGES.put(Page.DETECTION, Page.DETECTION.html(SampleCourses.detection()));
        PAGES.put(Page.WHITENING, Page.WHITENING.html(SampleCourses.whitening()));
        PAGES.put(Page.FOLLOWUP, Page.FOLLOWUP.html(SampleCourses.followUp(FILM)));
        PAGES.put(Page.READING, Page.READING.html(SampleModels.reading(FILM, "<script>alert('a')</script>.png")));
        PAGES.put(Page.KERNEL, Page.KERNEL.html(SampleModels.kernel()));
        PAGES.put(Page.SEARCH, Page.SEARCH.html(SampleSearches.search("<b>bold</b>")));
        PAGES.put(Page.LADDER, Page.LADDER.html(SampleSearches.ladder()));
        PAGES.put(Page.DEMO, Page.DEMO.html(SampleModels.demo(FILM, Samples.film(48, 64))));
        PAGES.put(Page.WORKLIST, Page.WORKLIST.html(SampleModels.worklist(List.of("a", "b"))));
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void page_loadsNothing(Page page) {
        String html = PAGES.get(page);
        assertThat(html).doesNotContainPattern("https?://").contains("default-src 'none'");
        assertThat(matches(html, "(?:src|href)=\"([^\"]{0,12})"))
                .isNotEmpty()
                .allMatch(source -> source.startsWith("data:image/"));
        assertThat(html).doesNotContain("url(", "@import");
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void page_saysResearchUse(Page page) {
        assertThat(PAGES.get(page)).contains("Research use only:</strong> not a medical device");
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void page_describesEveryPicture(Page page) {
        assertThat(matches(PAGES.get(page), "<img ([^>]*)>"))
                .isNotEmpty()
                .allSatisfy(attributes -> assertThat(attributes).containsPattern("alt=\"[^\"]+\""));
    }

    @Test
    void search_drawsEveryTrial_andEscapesItsSettings() {
        String html = PAGES.get(Page.SEARCH);
        assertThat(matches(html, "<polyline points=\"([^\"]+)\"")).hasSize(2);
        assertThat(html).contains("&lt;b&gt;bold&lt;/b&gt;").doesNotContain("<b>bold");
    }

    @Test
    void ladder_saysWhichFigureIsNotHonest() {
        assertThat(PAGES.get(Page.LADDER)).contains("best epoch on test (not honest)");
    }

    @Test
    void page_escapesTextOfTheModel() {
        String html = Page.READING.html(SampleModels.reading(FILM, "<script>alert('a')</script>.png"));
        assertThat(html)
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(&#39;a&#39;)&lt;/script&gt;.png");
    }

    @Test
    void worklist_holdsNamesOfFilmsAsData() {
        String hostile = "</script><script>alert(1)</script><!--\"\\\n\u00e4";
        String html = Page.WORKLIST.html(SampleModels.worklist(List.of(hostile)));
        assertThat(html).doesNotContain("</script><script>alert", "<!--").contains("alert(1)");
        int films = html.indexOf("id=\"films\">");
        assertThat(html.substring(films, html.indexOf("</script>", films)))
                .contains("<\\/script>", "\\\"\\\\\\n\u00e4");
    }

    @Test
    void worklist_ofManyFilms_isWrittenWhileTheyAreHandedOver(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("list.html");
        Iterator<String> names = IntStream.range(0, 1000)
                .mapToObj(i -> {
                    if (i == 999) {
                        assertThat(partOf(target)).isNotEmptyFile();
                    }
                    return "film-" + i;
                })
                .iterator();
        Page.WORKLIST.write(target, SampleModels.worklist(names));
        assertThat(target).content().contains("film-0\"", "film-999\"");
    }

    private static Path partOf(Path target) {
        try (Stream<Path> files = Files.list(target.getParent())) {
            return files.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void figures_areRoundedWithIntervalsInBrackets() {
        assertThat(PAGES.get(Page.EVALUATION))
                .contains("95.3\u00a0%", "[93.2\u00a0%, 97.0\u00a0%]", "0.985", "[0.964, 1.00]", "1,624 films");
    }

    @Test
    void figure_thatIsNotDefined_isADashWithItsReason() {
        assertThat(PAGES.get(Page.EVALUATION))
                .containsPattern("AUROC</div><div class=\"value \">\u2013</div><div class=\"note\">not defined");
    }

    @Test
    void heatMaps_haveARowForEachMethod_andAColumnForEachFigure() {
        assertThat(PAGES.get(Page.HEATMAPS))
                .contains("<th scope=\"row\">grad-cam</th>", "<th scope=\"row\">none</th>", "ROAD \u2191")
                .contains("0.923 <span class=\"interval\">[0.880, 0.961]</span>");
    }

    @Test
    void comparison_showsEachMethodAtEachLambda() {
        assertThat(PAGES.get(Page.COMPARISON))
                .contains(
                        "<th scope=\"row\">guided</th>", "0.830 <span class=\"interval\">[0.810, 0.840]</span>", "43.2")
                .contains("λ is a severity, not a time");
    }

    @Test
    void detection_showsTheAurocOfEachMethod() {
        assertThat(PAGES.get(Page.DETECTION))
                .contains("<th scope=\"row\">uniform</th>", "0.710 <span class=\"interval\">[0.690, 0.720]</span>");
    }

    @Test
    void whitening_showsMeasuredAndExpectedFigures() {
        assertThat(PAGES.get(Page.WHITENING)).contains("√ᾱ", "0.625", "0.630", "0.944", "0.986");
    }

    @Test
    void followUp_flagsWhatIsNotToBeBelieved() {
        assertThat(PAGES.get(Page.FOLLOWUP))
                .contains("[250, 400]", "4 of 7", "7 of 9")
                .contains("severities, not times");
    }

    @Test
    void reading_withoutCourse_hasNoSlider() {
        Map<String, Object> model = new HashMap<>(SampleModels.reading(FILM, "film"));
        model.remove("course");
        assertThat(Page.READING.html(model)).doesNotContain("<script", "type=\"range\"");
        assertThat(PAGES.get(Page.READING)).contains("type=\"range\"", "max=\"6\"");
    }

    @Test
    void kernel_withoutSteps_hasNoLossesOfThem_andNoDashesForThem() {
        assertThat(PAGES.get(Page.KERNEL))
                .contains("<p>Wider is not better.</p>")
                .doesNotContain("After real steps");
    }

    @Test
    void kernel_thatHasNoConditionNumber_showsADash() {
        assertThat(PAGES.get(Page.KERNEL)).contains("<td class=\"number\">\u2013</td>", "1,234");
    }

    @Test
    void model_thatLacksAValue_isNamed() {
        Map<String, Object> model = new HashMap<>(SampleModels.reading(FILM, "film"));
        model.remove("diagnosis");
        assertThatThrownBy(() -> Page.READING.html(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reading.ftlh lacks diagnosis");
    }

    @Test
    void write_replacesThePageAndLeavesNothingBeside(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("deep/page.html");
        Page.EVALUATION.write(target, SampleModels.evaluation());
        Page.READING.write(target, SampleModels.reading(FILM, "second"));
        assertThat(Files.readString(target)).contains("<h1>second</h1>");
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void write_thatFails_leavesTheOldPage(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("page.html");
        Files.writeString(target, "old");
        assertThatThrownBy(() -> Page.DEMO.write(target, Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(Files.readString(target)).isEqualTo("old");
    }

    private static List<String> matches(String html, String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
