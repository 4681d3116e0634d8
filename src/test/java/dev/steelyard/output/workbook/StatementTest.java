package dev.steelyard.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.Golden;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.pay.PersonalPayout;
import dev.steelyard.engine.run.PayoutBook;
import dev.steelyard.engine.run.Reconciliation;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.statement.StatementTotals;
import dev.steelyard.output.workbook.statement.Statements;
import dev.steelyard.words.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements of people 对账单. */
class StatementTest {

    private static final Path GOLDEN = Path.of("src/test/resources/workbook");
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 10, 9);

    @TempDir
    Path temp;

    private Map<String, byte[]> statements(TestRun run, String language, Optional<LocalDate> published)
            throws IOException {
        Statements statements = new Statements(run.report(language), published);
        Map<String, byte[]> written = new LinkedHashMap<>();
        for (String person : statements.people()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            statements.write(person, temp, out);
            written.put(person, out.toByteArray());
        }
        return written;
    }

    private Map<String, byte[]> statements(TestRun run, String language) throws IOException {
        return statements(run, language, Optional.of(PUBLISHED));
    }

    /** One line of each person with another fate, as the run of a period that is closed or has an alleged event has them. */
    private static TestRun heldBack() {
        TestRun run = SmallCompany.run();
        List<PayoutLine> lines = new ArrayList<>();
        for (PayoutLine line : run.result().payout()) {
            lines.add(
                    switch (line.employee().id()) {
                        case "E1" -> line.with(Status.ON_HOLD, List.of("V9"))
                                .saying(Said.of("pay.note.heldByEvents", "note", line.note(), "events", List.of("V9")));
                        case "E9" -> line.with(Status.CARRIED, List.of());
                        default -> line;
                    });
        }
        return run.paying(lines);
    }

    /** After a change that is meant, {@code -Dgolden.update=true} writes the file anew; read its difference. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void sayWhatTheyAlwaysSaid(String language) throws IOException {
        StringBuilder dump = new StringBuilder();
        for (var one : statements(SmallCompany.run(), language).entrySet()) {
            dump.append("#### ").append(one.getKey()).append('\n').append(Dump.of(one.getValue()));
        }
        Map<String, byte[]> heldBack = statements(heldBack(), language);
        for (String person : List.of("E1", "E9")) {
            dump.append("#### held back ").append(person).append('\n').append(Dump.of(heldBack.get(person)));
        }
        Path golden = GOLDEN.resolve("statements-" + language + ".txt");
        Golden.sheets(golden, dump.toString());
    }

    /** Praise is counted for everybody, told from three answers on, and to whom it is meant for alone; what is suggested is HR's. */
    @Test
    void praiseReachesWhomItIsMeantFor() throws IOException {
        Map<String, byte[]> statements = statements(ProvenCompany.run(), "zh");
        String ann = Dump.of(statements.get("E1"));
        String di = Dump.of(statements.get("E4"));
        assertThat(ann)
                .contains("本期收到 2 次点赞（匿名）。", "「KEPT helped me twice」", "「=1+1 always there」")
                .doesNotContain("SECRET");
        assertThat(di).contains("本期收到 1 次点赞（匿名）。").doesNotContain("SECRET", "KEPT");
        assertThat(Dump.of(statements.get("E5"))).doesNotContain("点赞", "KEPT", "SECRET");
        String often = Dump.of(statements(ProvenCompany.praised(9), "zh").get("E4"));
        assertThat(often).contains("本期收到 10 次点赞", "「SECRET-ONE」", "另有").doesNotContain("SECRET-TWO", "SECRET-EARLIER");
    }

    @Test
    void everybodyButInterimPeopleGetsOne() {
        Statements statements = new Statements(SmallCompany.run().report("zh"), Optional.of(PUBLISHED));
        assertThat(statements.people()).containsExactly("00042", "E1", "E2", "E3", "E5", "E8", "E9");
        assertThat(statements.fileName("00042")).isEqualTo("statements/T2/00042-2026-09.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isTextsOnOneUprightPageOrTwo(String language) throws IOException {
        for (byte[] statement : statements(heldBack(), language).values()) {
            try (XSSFWorkbook book = Parts.open(statement)) {
                assertThat(book.getNumberOfSheets()).isEqualTo(1);
                XSSFSheet sheet = book.getSheetAt(0);
                assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
                assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                Parts.checkPrint(sheet);
                assertThat(Parts.sheetsOfPaper(sheet)).isLessThanOrEqualTo(2);
            }
            assertThat(Parts.of(statement).get("xl/worksheets/sheet1.xml")).doesNotContain("<f>", "<f ");
        }
    }

    /** Read back from what was written, all statements together are the payout, to the cent. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void sumToThePayout(String language) throws IOException {
        TestRun run = heldBack();
        Statements statements = new Statements(run.report(language), Optional.of(PUBLISHED));
        Money all = Money.ZERO;
        for (var one : statements(run, language).entrySet()) {
            StatementTotals read = StatementTotals.read(new ByteArrayInputStream(one.getValue()));
            PersonalPayout expected = statements.payout(one.getKey());
            assertThat(read).isEqualTo(new StatementTotals(expected.pay(), expected.onHold(), expected.carried()));
            all = all.plus(read.total());
        }
        Money lines = run.result().payout().stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
        assertThat(all).isEqualTo(lines);
        assertThat(lines.signum()).isPositive();
        assertThat(statements.payout("E1").onHold().signum()).isPositive();
        assertThat(statements.payout("E9").carried().signum()).isPositive();
    }

    /** What the gate compares before anything is published. */
    @Test
    void aStatementThatIsACentOffIsFound() throws IOException {
        TestRun run = heldBack();
        List<PersonalPayout> people = new ArrayList<>();
        for (var one : statements(run, "zh").entrySet()) {
            StatementTotals read = StatementTotals.read(new ByteArrayInputStream(one.getValue()));
            people.add(new PersonalPayout(one.getKey(), 0, read.pay(), read.onHold(), read.carried()));
        }
        assertThat(differences(run, people)).isEmpty();
        PersonalPayout first = people.get(0);
        Money more = first.pay().plus(new Money(new BigDecimal("0.01")));
        people.set(0, new PersonalPayout(first.employeeId(), 0, more, first.onHold(), first.carried()));
        assertThat(differences(run, people))
                .containsExactly("PAYOUT_SUM the statements", "PAYOUT_LINE the statements 00042 pay");
    }

    private static List<String> differences(TestRun run, List<PersonalPayout> statements) {
        return new Reconciliation(Map.of())
                        .payout(
                                PayoutBook.byPerson(run.result()),
                                List.of(PayoutBook.byPerson(PayoutBook.Source.STATEMENTS, statements)))
                        .differences()
                        .stream()
                        .map(difference -> (difference.kind() + " "
                                        + Words.in("en").say(difference.subject()) + " "
                                        + Words.in("en").say(difference.figure()))
                                .strip())
                        .toList();
    }

    @Test
    void whatIsNoStatementIsNotReadAsOne() throws IOException {
        byte[] ranking = SmallCompany.run().workbook("zh", temp);
        assertThatThrownBy(() -> StatementTotals.read(new ByteArrayInputStream(ranking)))
                .isInstanceOf(IOException.class);
    }

    /** No name, id or figure of anybody else, no evidence, no answer, in any part of the zip. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void holdsItsPersonOnly(String language) throws IOException {
        TestRun run = SmallCompany.run();
        for (var one : statements(run, language).entrySet()) {
            List<String> foreign = foreign(run, one.getKey());
            assertThat(foreign).hasSizeGreaterThan(10);
            Parts.of(one.getValue()).forEach((name, part) -> {
                String text = part.replaceAll("=\"[A-Z]+\\d+(:[A-Z]+\\d+)?\"", "");
                foreign.forEach(word -> assertThat(text)
                        .as(one.getKey() + " " + name)
                        .doesNotContainPattern("(?<![\\w.])" + Pattern.quote(word) + "(?![\\w.])"));
                assertThat(part).doesNotContain("bank statement", "unregistered", "signature missing", "SECRET", "证据：");
            });
        }
    }

    /** Names and ids of others, their finals, dimensions and amounts that this person does not have too. */
    private static List<String> foreign(TestRun run, String person) {
        List<String> own = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        for (RankedScorecard card : run.result().book().cards()) {
            boolean mine = card.participant().id().equals(person);
            List<String> to = mine ? own : foreign;
            to.add(card.participant().employee().name().replace("\u0007", ""));
            to.add(card.participant().id());
            card.pooled().score().ifPresent(score -> to.add(score.toString()));
            card.card().dimensions().values().forEach(dimension -> dimension
                    .points()
                    .filter(points -> points.hundredths() % 1000 != 0)
                    .ifPresent(points -> to.add(points.toString())));
        }
        for (PayoutLine line : run.result().payout()) {
            // Tiers of equal targets come to equal round amounts; small ones may be anything.
            if (line.amount().amount().remainder(BigDecimal.TEN).signum() != 0
                    && line.amount().amount().abs().compareTo(BigDecimal.valueOf(100)) > 0) {
                (line.employee().id().equals(person) ? own : foreign)
                        .add(line.amount().amount().stripTrailingZeros().toPlainString());
            }
        }
        foreign.removeAll(own);
        return foreign;
    }

    @Test
    void areTheSameBytesUnderAnyLocaleAndZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Map<String, byte[]> first = statements(SmallCompany.run(), "zh");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            statements(SmallCompany.run(), "zh")
                    .forEach((name, book) -> assertThat(book).as(name).isEqualTo(first.get(name)));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        try (var left = Files.list(temp)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void englishStatementsHaveNoChineseWord() throws IOException {
        for (byte[] statement : statements(heldBack(), "en").values()) {
            Parts.of(statement)
                    .forEach((name, part) -> assertThat(part).as(name).doesNotContainPattern("\\p{IsHan}"));
        }
    }

    /** 9 October 2026 is a Friday; 10 October, a Saturday, is a make-up workday. */
    @Test
    void theAppealIsDueThreeWorkingDaysAfterThePublication() throws IOException {
        TestRun run = SmallCompany.run();
        assertThat(Dump.of(statements(run, "zh").get("E1"))).contains("申诉截止：2026-10-13（2026-10-09 发布，次日起 3 个工作日）。");
        assertThat(Dump.of(statements(run, "zh", Optional.of(LocalDate.of(2026, 9, 30)))
                        .get("E1")))
                .contains("申诉截止：2026-10-10（2026-09-30 发布，次日起 3 个工作日），已截止。");
        assertThat(Dump.of(statements(run, "zh", Optional.of(LocalDate.of(2026, 12, 30)))
                        .get("E1")))
                .contains("申诉截止：2026-12-30 发布后 3 个工作日；2027 年的工作日历尚未公布");
        assertThat(Dump.of(statements(run, "zh", Optional.empty()).get("E1"))).contains("本单为试算，仅供核对");
    }
}
