package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.PseudoLanguage;
import dev.steelyard.TestDatabase;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a verb says, on either stream, comes of the language's bundle: results, talk, usage, errors, help, what a plan check finds. */
class CommandsInAnotherLanguageTest {

    @TempDir
    private Path work;

    static Stream<Path> scripts() throws IOException {
        return CommandScriptsTest.scripts(TestDatabase.H2);
    }

    @BeforeAll
    static void addTheLanguage() {
        PseudoLanguage.add();
    }

    /** The scripts of the command line once more: each command ends as it does in Chinese and English. */
    @ParameterizedTest
    @MethodSource("scripts")
    void saysEverythingInIt(Path script) throws IOException {
        Map<String, List<String>> english = new TreeMap<>();
        boolean spoke = false;
        try (ScriptedCompany company = new ScriptedCompany(work, TestDatabase.H2)) {
            for (Script.Step step : Script.parse(Files.readAllLines(script)).steps()) {
                company.prepare(step);
                String command = step.command().replaceAll("--lang[ =](zh|en)", "")
                        + (step.command().contains("--lang") && !step.command().matches(".*--lang[ =](zh|en).*")
                                ? ""
                                : " --lang " + PseudoLanguage.NAME);
                List<String> answer = Script.answer(company.run(command));
                String said = String.join("\n", answer);
                spoke |= said.contains(PseudoLanguage.MARK);
                List<String> found = PseudoLanguage.english(said);
                if (!found.isEmpty()) {
                    english.put(command, found);
                }
                assertThat(answer.get(answer.size() - 1))
                        .as(command + "\n" + said)
                        .isEqualTo(step.expected().get(step.expected().size() - 1));
            }
        }
        assertThat(spoke).isTrue();
        assertThat(english).as("said in English, and by what").isEmpty();
    }

    /** The test would notice. */
    @Test
    void knowsEnglish() {
        assertThat(PseudoLanguage.english(
                        new CommandRunner().run("--help", "--lang", "en").out()))
                .hasSizeGreaterThan(10);
    }

    /** Every sentence that there is can be said in it, with whatever fills its slots. */
    @Test
    void saysEverySentence() {
        Words words = Words.in(PseudoLanguage.NAME);
        List<String> unsaid = new ArrayList<>();
        for (String key : Words.in("en").keys()) {
            Object[] slots = words.slots(key).stream()
                    .flatMap(slot -> Stream.of(slot, "1"))
                    .toArray();
            if (!words.say(key, slots).startsWith(PseudoLanguage.MARK) && !key.startsWith("help.usage")) {
                unsaid.add(key);
            }
        }
        assertThat(unsaid).isEmpty();
        assertThat(ProblemCode.values()).isNotEmpty().allSatisfy(code -> assertThat(
                        words.has("problem." + code.name() + ".fix"))
                .isTrue());
    }
}
