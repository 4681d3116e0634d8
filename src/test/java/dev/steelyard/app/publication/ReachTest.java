package dev.steelyard.app.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.fact.AppealRow;
import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.fact.Feedback;
import dev.steelyard.engine.fact.Leave;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.run.Trials;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.publish.EditionFile;
import dev.steelyard.output.workbook.Parts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every file that an edition of the sample company holds, against who reads it (docs/security.md): whom it may name, and which of their secrets it
 * may tell. A file of which nothing is said here fails.
 */
class ReachTest {

    /** What is told to few. */
    private enum Secret {
        PAY,
        /** What somebody would be paid more if a decision were taken. */
        TRIED,
        FEEDBACK,
        LEAVE,
        EVIDENCE,
        CLAIM
    }

    /** Whose names and secrets a file holds. */
    private enum Whom {
        ALL,
        TEAM,
        LED,
        SELF
    }

    /** @param secrets of those people; nobody else's, and no others */
    private record Reach(String files, Whom whom, Set<Secret> secrets) {}

    /** Of which the whole number must stand there. */
    private static final Set<Secret> NUMBERS = EnumSet.of(Secret.PAY, Secret.TRIED);

    private static final Set<Secret> NONE = EnumSet.noneOf(Secret.class);

    private static final List<Reach> REACHES = List.of(
            new Reach("ranking-.*", Whom.ALL, EnumSet.complementOf(EnumSet.of(Secret.TRIED))),
            new Reach("(rejects|targets-missing)-.*", Whom.ALL, NONE),
            new Reach("committee-.*", Whom.ALL, EnumSet.of(Secret.TRIED, Secret.EVIDENCE, Secret.CLAIM)),
            new Reach("(payout|accrual)[-.].*|statements\\.csv", Whom.ALL, EnumSet.of(Secret.PAY)),
            new Reach("review-.*|summary\\.html", Whom.ALL, NONE),
            new Reach("(scores|indicators|problems|suspensions)\\.csv", Whom.ALL, NONE),
            new Reach("statements/.*", Whom.SELF, EnumSet.of(Secret.PAY, Secret.FEEDBACK, Secret.LEAVE)),
            new Reach("(teams|interviews)/.*", Whom.TEAM, NONE),
            new Reach("(leaders|alerts)/.*", Whom.LED, NONE));

    private static final Pattern EMPLOYEE = Pattern.compile("\\bE\\d{4}\\b");

    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+");

    private static final Pattern HANZI = Pattern.compile("\\p{IsHan}{4,}");

    @TempDir
    static Path temp;

    private static final Map<String, SampleEdition> EDITIONS = new TreeMap<>();

    /** Secret → employee id → as it would stand in a file. */
    private static final Map<Secret, Map<String, Set<String>>> SECRETS = new EnumMap<>(Secret.class);

    @BeforeAll
    static void calculate() throws IOException {
        for (SampleEdition edition : List.of(
                SampleEdition.of("month-end", "2026-09", LocalDate.of(2026, 10, 12), temp.resolve("month-end")),
                SampleEdition.of("quarter-end", "2026-Q3", LocalDate.of(2026, 10, 20), temp.resolve("quarter-end")),
                SampleEdition.of("weekly-alerts", "2026-09", LocalDate.of(2026, 9, 25), temp.resolve("alerts")))) {
            EDITIONS.put(edition.job(), edition);
            if (edition.result().input().purpose().scores()) {
                amounts(edition.result());
            }
        }
        registers(EDITIONS.get("month-end").result().input().registers());
    }

    /** What people are paid, line by line and together; what is below a thousand or round may be anything. */
    private static void amounts(RunResult result) {
        Map<String, Money> sums = new TreeMap<>();
        for (PayoutLine line : result.payout()) {
            amount(line.employee().id(), line.amount());
            sums.merge(line.employee().id(), line.amount(), Money::plus);
        }
        sums.forEach(ReachTest::amount);
        Trials.of(result).stream()
                .flatMap(tried -> tried.effect().stream())
                .flatMap(effect -> effect.moved().stream())
                .forEach(moved ->
                        amount(Secret.TRIED, moved.before().participant().id(), moved.pay(), "100.01"));
    }

    private static void amount(String person, Money amount) {
        amount(Secret.PAY, person, amount, "1000.01");
    }

    private static void amount(Secret secret, String person, Money amount, String least) {
        String written = amount.toString().replace("-", "");
        if (written.length() >= least.length() && !written.endsWith("0")) {
            secret(secret, person, written);
        }
    }

    private static void registers(Registers registers) {
        registers.all(Feedback.DATASET).forEach(one -> hanzi(one.text())
                .forEach(text -> secret(Secret.FEEDBACK, one.toEmployeeId(), text)));
        // Kinds that say nothing of anybody's health or family are words like any.
        registers.all(Leave.DATASET).stream()
                .filter(one -> !Set.of("annual", "personal", "other").contains(one.kind()))
                .forEach(one -> {
                    secret(Secret.LEAVE, one.employeeId(), one.kind());
                    secret(
                            Secret.LEAVE,
                            one.employeeId(),
                            one.row()
                                    .schema()
                                    .column("kind")
                                    .orElseThrow()
                                    .choice(one.kind())
                                    .zh());
                });
        registers.all(ComplianceEvent.DATASET).forEach(one -> {
            // What kind of event it is may be said.
            DatasetColumn kind = one.row().schema().column("kind").orElseThrow();
            hanzi(one.evidence())
                    .filter(text -> kind.choices().keySet().stream()
                            .noneMatch(choice -> kind.choice(choice).zh().equals(text)))
                    .forEach(text -> secret(Secret.EVIDENCE, one.employeeId(), text));
        });
        registers.all(AppealRow.DATASET).forEach(one -> {
            secret(Secret.EVIDENCE, one.employeeId(), one.evidence());
            secret(Secret.CLAIM, one.employeeId(), one.claim());
        });
    }

    private static Stream<String> hanzi(String text) {
        return HANZI.matcher(text).results().map(found -> found.group());
    }

    private static void secret(Secret secret, String person, String text) {
        if (!text.isBlank()) {
            SECRETS.computeIfAbsent(secret, one -> new TreeMap<>())
                    .computeIfAbsent(person, id -> new TreeSet<>())
                    .add(text);
        }
    }

    @Test
    void thereIsSomethingOfEachKindToKeep() {
        for (Secret secret : Secret.values()) {
            assertThat(SECRETS.get(secret)).as(secret.name()).isNotEmpty();
        }
        assertThat(SECRETS.get(Secret.PAY)).hasSizeGreaterThan(50);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "month-end,zh",
        "month-end,en",
        "quarter-end,zh",
        "quarter-end,en",
        "weekly-alerts,zh",
        "weekly-alerts,en"
    })
    void noFileTellsMoreThanItsReaderMayKnow(String job, String language) throws IOException {
        SampleEdition edition = EDITIONS.get(job);
        Set<String> wrong = new TreeSet<>();
        int confined = 0;
        for (EditionFile file : edition.files(language)) {
            Optional<Reach> reach = REACHES.stream()
                    .filter(one -> file.name().matches(one.files()))
                    .findFirst();
            if (reach.isEmpty()) {
                wrong.add(file.name() + ": who reads it?");
                continue;
            }
            Set<String> people = people(edition, reach.get().whom(), file.name());
            String text = text(file);
            wrong.addAll(named(edition, file.name(), text, people));
            wrong.addAll(told(file.name(), text, people, reach.get()));
            confined += reach.get().whom() == Whom.ALL ? 0 : 1;
        }
        assertThat(wrong).isEmpty();
        assertThat(confined).isGreaterThan(9);
    }

    /** Ids and names of people whom the file is not about; a name that one of its people bears is no stranger's. */
    private static Set<String> named(SampleEdition edition, String file, String text, Set<String> people) {
        List<Employee> all = edition.result().input().registers().roster().employees();
        Set<String> own = all.stream()
                .filter(one -> people.contains(one.id()))
                .map(Employee::name)
                .collect(Collectors.toSet());
        Set<String> ids =
                EMPLOYEE.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
        return all.stream()
                .filter(one -> !people.contains(one.id()))
                .filter(one -> ids.contains(one.id()) || !own.contains(one.name()) && text.contains(one.name()))
                .map(one -> file + " names " + one.id() + " " + one.name())
                .collect(Collectors.toSet());
    }

    private static Set<String> told(String file, String text, Set<String> people, Reach reach) {
        Set<String> numbers =
                NUMBER.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
        Set<String> wrong = new HashSet<>();
        SECRETS.forEach((secret, of) -> {
            Set<String> may = of.entrySet().stream()
                    .filter(one -> reach.secrets().contains(secret) && people.contains(one.getKey()))
                    .flatMap(one -> one.getValue().stream())
                    .collect(Collectors.toSet());
            of.forEach((person, texts) -> texts.stream()
                    .filter(one -> !may.contains(one))
                    .filter(one -> NUMBERS.contains(secret) ? numbers.contains(one) : text.contains(one))
                    .forEach(one -> wrong.add(file + " tells " + secret + " of " + person + ": " + one)));
        });
        return wrong;
    }

    private static Set<String> people(SampleEdition edition, Whom whom, String file) {
        RunResult result = edition.result();
        List<Employee> all = result.input().registers().roster().employees();
        String name = file.substring(file.lastIndexOf('/') + 1);
        Matcher id = EMPLOYEE.matcher(name);
        return switch (whom) {
            case ALL -> all.stream().map(Employee::id).collect(Collectors.toSet());
            case SELF -> {
                assertThat(id.find()).as(file).isTrue();
                yield Set.of(id.group());
            }
            case TEAM -> result.book().cards().stream()
                    .map(card -> card.participant())
                    .filter(one -> one.employee().team().equals(name.split("-")[0]))
                    .map(Participant::id)
                    .collect(Collectors.toSet());
            case LED -> {
                assertThat(id.find()).as(file).isTrue();
                yield result.book().population().participants().stream()
                        .filter(one -> one.id().equals(id.group()))
                        .flatMap(one -> Stream.concat(Stream.of(one), result.book().population().members(one).stream()))
                        .map(Participant::id)
                        .collect(Collectors.toSet());
            }
        };
    }

    private static String text(EditionFile file) throws IOException {
        byte[] written = SampleEdition.written(file);
        String text = file.name().endsWith(".xlsx")
                ? String.join("\n", Parts.of(written).values())
                : new String(written, StandardCharsets.UTF_8);
        return text.replaceAll("(?<=\\d),(?=\\d{3}\\.)", "");
    }
}
