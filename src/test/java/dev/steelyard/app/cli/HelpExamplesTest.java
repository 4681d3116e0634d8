package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.cli.verb.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every example of every help page does what it shows, on the small company; only folders and the person's id are put in their place. */
class HelpExamplesTest {

    /** Go on until they are stopped, or ask for a server or a job that names readers: these are read by the parser alone. */
    private static final Pattern ONLY_READ = Pattern.compile("schedule|worker .*|ledger copy .*|publish .*");

    /** A second month, and another sale in the first. */
    private static final List<String> CHANGES = List.of(
            "> append in/targets.csv employee,E1,sales_amount,2026-08,10000",
            "> append in/targets.csv employee,E2,sales_amount,2026-08,10000",
            "> append in/targets.csv team,T01,share_attainment,2026-08,20%",
            "> append in/orders.csv O9,2026-09-05,E1,H1,P1,1,500.00,250.00");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void doesWhatItShows(String language) throws IOException {
        Map<String, String> failed = new TreeMap<>();
        try (ScriptedCompany company = new ScriptedCompany(work, TestDatabase.H2)) {
            for (String example : examples(language)) {
                if (example.startsWith("compare month-end/2026-09/r1")) {
                    company.prepare(new Script.Step(CHANGES, "", List.of()));
                    company.run("run month-end --period 2026-08 --as-of 2026-09-12");
                    company.run("run month-end --period 2026-09 --as-of 2026-10-12");
                }
                CommandRunner.Ended ended = run(company, example, language);
                // Closing waits for the days of appeal, and says so: the example after it does not wait.
                boolean answered = ended.exit() == 0
                        || ended.exit() == 5
                        || ended.exit() == 4 && example.matches("close \\S+ --by \\S+");
                if (!answered || !ended.err().isEmpty() && ended.exit() == 2) {
                    failed.put(example, ended.exit() + "\n" + ended.out() + ended.err());
                }
            }
        }
        assertThat(failed).isEmpty();
        assertThat(work.resolve("template")).isNotEmptyDirectory();
        assertThat(work.resolve("E1.html")).isNotEmptyFile();
        assertThat(work.resolve("E1.xlsx")).isNotEmptyFile();
    }

    /** The same lines in both languages, but for names of people and folders and a reason. */
    @Test
    void showsTheSameInBothLanguages() {
        assertThat(examples("zh").stream().map(HelpExamplesTest::shape).toList())
                .isEqualTo(examples("en").stream().map(HelpExamplesTest::shape).toList());
    }

    private static String shape(String example) {
        List<String> words = words(example);
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i - 1).matches("--(by|reason|inputs|to)")) {
                words.set(i, "…");
            }
        }
        return String.join(" ", words);
    }

    private CommandRunner.Ended run(ScriptedCompany company, String example, String language) {
        String local = example.replaceAll("exports/2026-09|导出/2026-09", "\\$WORK/in")
                .replaceAll("(?<=--to )(templates|模板)", "\\$WORK/template")
                .replaceAll("(?<=--to )E0101", "\\$WORK/E1")
                .replace("E0101", "E1")
                .replace("output/", "$WORK/out/");
        List<String> words = words(local + " --lang " + language);
        if (ONLY_READ.matcher(example).matches()) {
            words.add("--help");
        }
        return company.run(words);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group() : word.group(1));
        }
        return words;
    }

    /** As the pages print them, without {@code steelyard}, in the order of the commands. */
    private static List<String> examples(String language) {
        List<String> examples = new ArrayList<>();
        CommandLine root = Steelyard.command(Session.of(CommandRunner.silent()));
        pages(root, "").forEach(page -> {
            String help = new CommandRunner()
                    .run(words(page + " --help --lang " + language).toArray(String[]::new))
                    .out();
            List<String> shown = Stream.of(help.split("\n"))
                    .takeWhile(line -> !line.startsWith("Usage:") && !line.startsWith("用法"))
                    .filter(line -> line.startsWith("  steelyard "))
                    .map(line -> line.substring("  steelyard ".length()).strip())
                    .toList();
            assertThat(shown).as(page).isNotEmpty();
            shown.stream().filter(line -> !examples.contains(line)).forEach(examples::add);
        });
        return examples;
    }

    private static Stream<String> pages(CommandLine command, String name) {
        return Stream.concat(
                Stream.of(name),
                command.getSubcommands().entrySet().stream()
                        .flatMap(sub -> pages(sub.getValue(), (name + " " + sub.getKey()).strip())));
    }
}
