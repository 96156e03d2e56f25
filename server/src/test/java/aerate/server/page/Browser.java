package aerate.server.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody at a screen: headless Chromium, as Debian packages it. */
final class Browser implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Opens one of so many pixels; whoever has none installed skips the test. */
    static Browser open(int width, int height) {
        assumeTrue(
                Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER),
                "needs Debian's chromium and chromium-driver");
        LoggingPreferences hears = new LoggingPreferences();
        hears.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(PROGRAM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // root has none
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--force-color-profile=srgb",
                "--hide-scrollbars");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en"));
        options.setCapability("goog:loggingPrefs", hears);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .withLogFile(new File("target/chromedriver.log"))
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.resize(width, height);
        return browser;
    }

    /** Opens the page as somebody who was never here, on a laptop's screen. */
    void comeAnew(String address) {
        resize(1366, 768);
        go(address + "page/icon.svg"); // of the same place, and there at once
        forget();
        go(address);
        see(".login");
        said();
    }

    /** Chooses the language from which one changes to the other. */
    void speakNot(String other) {
        while (!see(".language").getText().equals(other)) {
            click(".language");
        }
    }

    void logIn(String name, String password) {
        write("input[name=name]", name);
        write("input[name=password]", password);
        click("button[type=submit]");
    }

    void go(String address) {
        driver.get(address);
    }

    /** Exactly so many pixels of page. */
    void resize(int width, int height) {
        resize(width, height, 1);
    }

    /** So many of a style sheet's pixels, each of {@code scale} on the screen. */
    void resize(int width, int height, double scale) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", false));
    }

    /** The element of a CSS selector, as soon as it is to be seen. */
    WebElement see(String selector) {
        return wait(
                selector,
                () -> driver.findElements(By.cssSelector(selector)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Clicks an element, found anew where the page has exchanged it meanwhile. */
    void click(String selector) {
        wait("a click on " + selector, () -> {
            see(selector).click();
            return true;
        });
    }

    void write(String selector, String text) {
        see(selector).sendKeys(text);
    }

    /** Presses keys, one after the other, wherever the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Drags an element by so many pixels from its middle. */
    void drag(WebElement element, int right, int down) {
        new Actions(driver).dragAndDropBy(element, right, down).perform();
    }

    /** Where an element is, in pixels of the screen of the given size; nowhere where there is none. */
    Rectangle place(String selector, double scale) {
        List<WebElement> found = all(selector);
        if (found.isEmpty()) {
            return new Rectangle();
        }
        org.openqa.selenium.Rectangle box = found.get(0).getRect();
        return new Rectangle(
                (int) (box.x * scale), (int) (box.y * scale), (int) (box.width * scale), (int) (box.height * scale));
    }

    /** Waits until the text of an element has a word in it. */
    void read(String selector, String word) {
        wait(selector + " with " + word, () -> {
            boolean there = all(selector).stream()
                    .anyMatch(each ->
                            String.valueOf(each.getDomProperty("textContent")).contains(word));
            return there ? true : null;
        });
    }

    /** Waits until something is there. */
    <T> T wait(String what, Supplier<T> wanted) {
        return new WebDriverWait(driver, LONGEST)
                .pollingEvery(Duration.ofMillis(100))
                .withMessage(() -> what + "; the page said: " + said())
                .ignoring(StaleElementReferenceException.class)
                .until(page -> wanted.get());
    }

    void wheel(WebElement element, int down) {
        new Actions(driver)
                .scrollFromOrigin(WheelInput.ScrollOrigin.fromElement(element), 0, down)
                .perform();
    }

    /** Forgets who was here, and what they chose. */
    void forget() {
        driver.manage().deleteAllCookies();
        driver.executeScript("localStorage.clear()");
    }

    /** Runs a script on each page from now on, before the page's own. */
    void before(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** What an asynchronous script returns. */
    Object ask(String script, Object... values) {
        return driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];(async function () {" + script
                        + "}).apply(null, arguments).then(done, (error) => done(String(error)))",
                values);
    }

    Object run(String script, Object... values) {
        return driver.executeScript(script, values);
    }

    /** What is wrong with the page by axe's rules of WCAG 2.1 A and AA; empty where nothing is. */
    List<String> barriers() throws IOException {
        URL axe = Objects.requireNonNull(
                Browser.class.getResource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"));
        try (InputStream script = axe.openStream()) {
            driver.executeScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }).then((result) => done(
                  result.violations.flatMap((rule) => rule.nodes.map((node) =>
                    `${rule.id}: ${node.html} (${node.any.map((each) => each.message).join('; ')})`))));""");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** Errors that the page has made since this was asked last: of scripts, of the security policy, of missing files. */
    String said() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .collect(Collectors.joining("\n"));
    }

    byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** Chooses files, as in the dialog that a browser opens for it. */
    void choose(String selector, List<Path> files) {
        all(selector)
                .get(0)
                .sendKeys(files.stream()
                        .map(file -> file.toAbsolutePath().toString())
                        .collect(Collectors.joining("\n")));
    }

    /** As if the system were set so: 'prefers-color-scheme' and such. */
    void prefer(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
