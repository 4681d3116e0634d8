package dev.steelyard.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.said.Said;
import dev.steelyard.input.planfile.form.VerbWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern SAID = Pattern.compile(
            "(?:[wW]ords|report|Said)\\s*\\.(?:say|of|title|ofPeriod)\\(\\s*\"([a-z]\\w*(?:\\.[\\w-]+)+)\"\\s*(?:\\)|,\\s*\")");

    private static final Words ZH = Words.in("zh");
    private static final Words EN = Words.in("en");

    @Test
    void everyLanguageHasTheSameKeys() {
        assertThat(ZH.keys()).isEqualTo(EN.keys());
    }

    /** Merged by union, a sentence that two people changed would stand twice, and the later one would win unseen. */
    @Test
    void noKeyStandsTwice() throws IOException {
        for (String language : List.of("zh", "en")) {
            List<String> keys =
                    Files.readAllLines(Path.of("src/main/resources/dev/steelyard/words", language + ".properties"))
                            .stream()
                            .filter(line -> !line.startsWith("#") && line.contains("="))
                            .map(line -> line.substring(0, line.indexOf('=')))
                            .toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    /** A properties file drops the spaces before a value: who wants some writes them where the sentence is used. */
    @Test
    void noValueBeginsWithSpacesThatGetLost() throws IOException {
        for (String language : List.of("zh", "en")) {
            assertThat(Files.readAllLines(Path.of("src/main/resources/dev/steelyard/words", language + ".properties")))
                    .as(language)
                    .noneMatch(line -> line.matches("[^#=]+=\\s+\\S.*"));
        }
    }

    /**
     * A dataset is called by its title or by its name, as the language does; and what machine files write in English is shorter than what
     * people read.
     */
    @Test
    void aSentenceIsToldTheSameInEveryLanguage() {
        assertThat(EN.keys()).isNotEmpty().allSatisfy(key -> {
            Set<String> zh = ZH.slots(key);
            Set<String> en = EN.slots(key);
            Set<String> calls = Set.of(
                    "zh", "en", "title", "titles", "dataset", "datasets", "absent", "plain", "grouped", "result");
            zh.removeAll(calls);
            en.removeAll(calls);
            assertThat(zh).isEqualTo(en);
        });
    }

    /** What a measure is made of is said by its verb's sentence, wherever a person reads it. */
    @Test
    void everyVerbHasItsSentence() {
        assertThat(VerbWords.known()).isNotEmpty().allSatisfy(verb -> assertThat(EN.keys())
                .contains("plan.measure." + verb));
    }

    @Test
    void everyProblemHasItsSentenceAndItsRemedy() {
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(EN.keys()).contains("problem." + code.name(), "problem." + code.name() + ".fix");
        }
    }

    /** A key is written whole in the sources, or begins like one that is put together: {@code "problem." + code}, {@code Said.of("state", status)}. */
    @Test
    void everyKeyIsSaidBySomebody() throws IOException {
        String sources = sources();
        Set<String> unsaid = new TreeSet<>();
        for (String key : EN.keys()) {
            if (!sources.contains('"' + key + '"')
                    && Stream.of(key.split("(?<=\\.)")).noneMatch(part -> begins(key, part, sources))) {
                unsaid.add(key);
            }
        }
        assertThat(unsaid).isEmpty();
    }

    /** What is said whole has its sentence. */
    @Test
    void everySentenceThatIsSaidIsThere() throws IOException {
        Matcher said = SAID.matcher(sources());
        Set<String> unknown = new TreeSet<>();
        while (said.find()) {
            unknown.add(said.group(1));
        }
        unknown.removeAll(EN.keys());
        assertThat(unknown).isEmpty();
    }

    private static boolean begins(String key, String part, String sources) {
        int end = key.indexOf(part) + part.length();
        return end < key.length()
                && (sources.contains('"' + key.substring(0, end) + "\" + ")
                        || sources.contains("Said.of(\"" + key.substring(0, end - 1) + "\", "));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void slotsTakeTextsNumbersOtherSentencesAndLists() {
        Said reason = Said.of("list.separator");
        Sentence sentence = Sentence.of("{a}, {b}");
        assertThat(sentence.fill(Map.of("a", "1")::get)).isEqualTo("1, {b}");
        assertThat(EN.list(List.of("x", new BigDecimal("1E+3"), reason))).isEqualTo("x, 1000, , ");
        assertThat(ZH.list(List.of("x", 2))).isEqualTo("x、2");
    }

    @Test
    void aPluralSaysOneAndOther() {
        Sentence rows =
                Sentence.of("{n, plural, =0 {nothing} one {# row of {file}} other {# rows of {file}}}: {done}.");
        assertThat(rows.slots()).containsExactly("done", "file", "n");
        assertThat(rows.fill(Map.of("n", "0", "file", "a", "done", "ok")::get)).isEqualTo("nothing: ok.");
        assertThat(rows.fill(Map.of("n", "1", "file", "a", "done", "ok")::get)).isEqualTo("1 row of a: ok.");
        assertThat(rows.fill(Map.of("n", "12", "file", "a", "done", "ok")::get)).isEqualTo("12 rows of a: ok.");
    }

    /** Third persons and others that end as plurals do, or begin what is no noun of the number before. */
    private static final Set<String> NO_PLURALS =
            Set.of(("is was has does lies holds stands needs names belongs counts waits weighs"
                            + " works stays agrees calculates alerts lacks rests takes falls times says begins earns goes besides misses leads costs ends reads comes")
                    .split(" "));

    /** After a number every word that ends as a plural does, or goes with one, stands in a plural's branch {@code other}. */
    @Test
    void oneIsNoPlural() {
        Pattern counted = Pattern.compile("(?<![\\w.-])1 ((?:[a-z][a-z-]* ){0,3}[a-z][a-z-]*)");
        Map<String, String> found = new TreeMap<>();
        for (String key : EN.keys()) {
            // Slots that stand for no number are 1 here too: what follows them is a verb.
            String said = EN.say(one(key));
            Matcher matcher = counted.matcher(said);
            while (matcher.find()) {
                for (String word : matcher.group(1).split(" ")) {
                    if (word.matches("[a-z-]{1,3}|that|from|with") || NO_PLURALS.contains(word)) {
                        break;
                    }
                    if (word.matches("[a-z-]*[^s]s|people")) {
                        found.put(key, said);
                    }
                }
            }
        }
        // What stands before the noun is a name, a sentence or a fraction; of payout.csv a note stays the text that it
        // was.
        found.keySet()
                .removeAll(Set.of(
                        "book.advice.additions",
                        "book.advice.deductions",
                        "book.advice.pointsName",
                        "explain.curve.curveGives",
                        "pay.note.mean",
                        "people.days"));
        assertThat(found).isEmpty();
    }

    private static Said one(String key) {
        Said said = Said.of(key);
        for (String slot : EN.slots(key)) {
            said = said.with(slot, 1);
        }
        return said;
    }

    @Test
    void aNameIsCalledAsTheBundleSays() {
        Name name = new Name("业绩", "Performance");
        assertThat(ZH.name(name)).isEqualTo("业绩");
        assertThat(EN.name(name)).isEqualTo("Performance");
        assertThat(EN.say("word.nameId", "name", name, "id", "p")).isEqualTo("Performance (p)");
    }

    /** Whatever bundle lies there is a language; the first is that of whoever asks for none. */
    @Test
    void aLanguageIsABundle() {
        assertThat(Words.all()).startsWith("zh").contains("en").doesNotContain("help");
    }

    @Test
    void aChoiceSaysWhatItsValueIs() {
        Sentence choice = Sentence.of("{kind, select, veto {out} other {in}} {sum: orders.amount}");
        assertThat(choice.fill(Map.of("kind", "veto")::get)).isEqualTo("out {sum: orders.amount}");
        assertThat(choice.fill(Map.of("kind", "minor")::get)).isEqualTo("in {sum: orders.amount}");
    }
}
