package dev.steelyard.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.Golden;
import dev.steelyard.engine.pay.Accrual;
import dev.steelyard.engine.pay.Accrued;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.pay.VoucherEntries;
import dev.steelyard.engine.pay.VoucherEntries.Occasion;
import dev.steelyard.engine.pay.VoucherEntry;
import dev.steelyard.engine.pay.VoucherEntry.Side;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Voucher;
import dev.steelyard.engine.plan.Voucher.Grouping;
import dev.steelyard.engine.plan.Voucher.Posting;
import dev.steelyard.engine.plan.Voucher.Value;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.input.planfile.VoucherFile;
import dev.steelyard.output.publish.VoucherCsv;
import dev.steelyard.output.workbook.finance.AccrualWorkbook;
import dev.steelyard.output.workbook.finance.VoucherWorkbook;
import dev.steelyard.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What finance imports: vouchers 凭证, and accruals 计提. */
class VoucherTest {

    private static final Path GOLDEN = Path.of("src/test/resources/workbook");
    private static final Posting ALL_BY_PERSON =
            new Posting(new Name("应付", "Payable"), List.of(), "2211", Optional.empty(), Grouping.PERSON);

    @TempDir
    Path temp;

    private final TestRun run = SmallCompany.run();

    private Occasion occasion(String language) {
        return new Occasion(
                "month-end",
                run.identity().period(),
                "r1",
                run.identity().asOf(),
                "CNY",
                language.equals("zh") ? "【未关账】" : "[not closed] ",
                Words.in(language));
    }

    private static Voucher voucher(
            List<Posting> debit, List<Posting> credit, Voucher.Layout layout, List<Voucher.Column> columns) {
        return new Voucher(
                "v",
                new Name("凭证", "Voucher"),
                Voucher.Day.PERIOD_END,
                "记",
                1,
                "{period} {entry} {department} {name}",
                new Voucher.Department(Voucher.Department.Of.TEAM, Map.of("T1", "D1")),
                debit,
                credit,
                layout,
                columns);
    }

    private static Voucher.Layout csv(String encoding, boolean withoutQuotes) {
        return new Voucher.Layout(
                Voucher.Format.CSV,
                Optional.of(encoding),
                Optional.empty(),
                Optional.of(Voucher.Dates.SLASHES),
                List.of(),
                false,
                withoutQuotes);
    }

    private static Voucher.Column column(String header, Value value) {
        return new Voucher.Column(header, Optional.of(value), Optional.empty(), Optional.empty());
    }

    private static Posting posting(String account, Grouping by, Component... components) {
        return new Posting(
                new Name("提成", "Commission"),
                Arrays.stream(components).map(Component::code).toList(),
                account,
                Optional.empty(),
                by);
    }

    private VoucherEntries entries(Voucher voucher, List<PayoutLine> lines) {
        return VoucherEntries.of(voucher, occasion("zh"), lines);
    }

    private static Money sum(List<PayoutLine> lines) {
        return lines.stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
    }

    @Test
    void debitIsCreditAndBothAreWhatIsPayable() {
        for (String mapping : List.of("kingdee", "yonyou")) {
            VoucherEntries voucher = entries(
                    VoucherFile.read(Path.of("jobs/vouchers/" + mapping + ".yaml")),
                    run.result().payout());
            assertThat(voucher.sum(Side.DEBIT)).isEqualTo(voucher.sum(Side.CREDIT));
            assertThat(voucher.sum(Side.DEBIT)).isEqualTo(sum(run.result().payout()));
            // E2 is vetoed: what they earned and what is forfeited come to 0, and 0 is not booked.
            assertThat(voucher.entries())
                    .extracting(
                            entry -> entry.person().map(person -> person.id()).orElse(""))
                    .contains("E1", "00042", "E8")
                    .doesNotContain("E2");
        }
    }

    @Test
    void whatIsTakenBackIsARedEntryOfItsOwnSide() {
        Voucher voucher = voucher(
                List.of(
                        posting("6601", Grouping.TOTAL, Component.COMMISSION, Component.GRADE_ADJUSTMENT),
                        posting("6602", Grouping.TOTAL, Component.VETO_FORFEIT)),
                List.of(ALL_BY_PERSON),
                csv("utf-8", false),
                List.of());
        List<VoucherEntry> entries = entries(voucher, run.result().payout()).entries();
        VoucherEntry red = entries.get(1);
        assertThat(red.posting().account()).isEqualTo("6602");
        assertThat(red.on(Side.DEBIT)).contains(red.amount());
        assertThat(red.on(Side.CREDIT)).isEmpty();
        assertThat(red.amount()).hasToString("-472.00");
    }

    @Test
    void onlyWhatIsPayableIsBooked() {
        List<PayoutLine> lines = new ArrayList<>();
        for (PayoutLine line : run.result().payout()) {
            lines.add(
                    line.employee().id().equals("E1")
                            ? line.with(Status.ON_HOLD, List.of("V9"))
                            : line.with(Status.CARRIED, List.of()));
        }
        Voucher voucher = voucher(List.of(ALL_BY_PERSON), List.of(ALL_BY_PERSON), csv("utf-8", false), List.of());
        assertThat(entries(voucher, lines).entries()).isEmpty();
        lines.set(0, lines.get(0).with(Status.PAY, List.of()));
        assertThat(entries(voucher, lines).payable()).isEqualTo(lines.get(0).amount());
        assertThat(entries(voucher, lines).entries()).hasSize(2);
    }

    @Test
    void aVoucherWhoseSidesDifferIsRefusedWithBothSums() {
        Voucher oneSided = voucher(
                List.of(posting("6601", Grouping.TOTAL, Component.COMMISSION)),
                List.of(ALL_BY_PERSON),
                csv("utf-8", false),
                List.of());
        Money payable = sum(run.result().payout());
        Money commission = sum(run.result().payout().stream()
                .filter(line -> line.component() == Component.COMMISSION)
                .toList());
        assertThat(commission).isNotEqualTo(payable);
        assertThatThrownBy(() -> entries(oneSided, run.result().payout()))
                .isInstanceOfSatisfying(VoucherEntries.Unbalanced.class, refused -> {
                    assertThat(refused.debit()).isEqualTo(commission);
                    assertThat(refused.credit()).isEqualTo(payable);
                    assertThat(refused.payable()).isEqualTo(payable);
                });
        // Both sides leave the same out: they agree, and the voucher is still not the payout.
        Voucher incomplete = voucher(
                List.of(posting("6601", Grouping.TOTAL, Component.COMMISSION)),
                List.of(posting("2211", Grouping.TOTAL, Component.COMMISSION)),
                csv("utf-8", false),
                List.of());
        assertThatThrownBy(() -> entries(incomplete, run.result().payout()))
                .isInstanceOf(VoucherEntries.Unbalanced.class);
    }

    @Test
    void summariesAreFilledAndMarkedUntilThePeriodIsClosed() {
        Voucher voucher = voucher(
                List.of(new Posting(
                        new Name("提成", "Commission"), List.of(), "6601", Optional.empty(), Grouping.DEPARTMENT)),
                List.of(ALL_BY_PERSON),
                csv("utf-8", false),
                List.of());
        assertThat(entries(voucher, run.result().payout()).entries())
                .extracting(VoucherEntry::summary)
                .contains("【未关账】2026-09 提成 D1", "【未关账】2026-09 提成 T2", "【未关账】2026-09 应付 D1 Ann Lee");
        Occasion closed = new Occasion(
                "month-end", run.identity().period(), "r1", run.identity().asOf(), "CNY", "", Words.in("en"));
        assertThat(VoucherEntries.of(voucher, closed, run.result().payout()).entries())
                .extracting(VoucherEntry::summary)
                .contains("2026-09 Commission D1");
    }

    @Test
    void theCsvIsWrittenAsTheMappingSays() throws IOException {
        List<Voucher.Column> columns = List.of(
                column("日期", Value.DATE),
                column("科目", Value.ACCOUNT),
                column("姓名", Value.PERSON_NAME),
                column("借方", Value.DEBIT),
                new Voucher.Column("贷方", Optional.of(Value.CREDIT), Optional.empty(), Optional.of("0")),
                new Voucher.Column("备注", Optional.empty(), Optional.of("a,b"), Optional.empty()));
        List<PayoutLine> payout = run.result().payout().stream()
                .filter(line -> line.employee().id().equals("E2") && line.component() == Component.COMMISSION)
                .toList();
        List<Posting> all = List.of(ALL_BY_PERSON);
        String amount = sum(payout).toString();
        assertThat(csv(voucher(all, all, csv("utf-8-bom", false), columns), payout, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF日期,科目,姓名,借方,贷方,备注\r\n" + "2026/9/30,2211,'=SUM(A1)," + amount + ",0,\"a,b\"\r\n"
                        + "2026/9/30,2211,'=SUM(A1),," + amount + ",\"a,b\"\r\n");
        assertThat(csv(voucher(all, all, csv("gb18030", true), columns), payout, Charset.forName("GB18030")))
                .isEqualTo("日期,科目,姓名,借方,贷方,备注\r\n" + "2026/9/30,2211,'=SUM(A1)," + amount + ",0,a\uFF0Cb\r\n"
                        + "2026/9/30,2211,'=SUM(A1),," + amount + ",a\uFF0Cb\r\n");
    }

    private String csv(Voucher voucher, List<PayoutLine> lines, Charset charset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VoucherCsv.write(entries(voucher, lines), out);
        return out.toString(charset);
    }

    /** After a change that is meant, {@code -Dgolden.update=true} writes the files anew; read their difference. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void sayWhatTheyAlwaysSaid(String language) throws IOException {
        VoucherEntries kingdee = VoucherEntries.of(
                VoucherFile.read(Path.of("jobs/vouchers/kingdee.yaml")),
                occasion(language),
                run.result().payout());
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        VoucherWorkbook.write(run.report(language), kingdee, temp, xlsx);
        Parts.check(xlsx.toByteArray());
        golden("voucher-kingdee-" + language, Dump.of(xlsx.toByteArray()));

        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        VoucherCsv.write(
                VoucherEntries.of(
                        VoucherFile.read(Path.of("jobs/vouchers/yonyou.yaml")),
                        occasion(language),
                        run.result().payout()),
                csv);
        golden(
                "voucher-yonyou-" + language,
                csv.toString(Charset.forName("GB18030")).replace("\r\n", "\n"));

        TestRun innovating = SmallCompany.innovating();
        ByteArrayOutputStream accrual = new ByteArrayOutputStream();
        AccrualWorkbook.write(
                innovating.report(language), accruals(innovating), Optional.of(before(innovating)), temp, accrual);
        Parts.check(accrual.toByteArray());
        golden("accrual-" + language, Dump.of(accrual.toByteArray()));
        if (language.equals("en")) {
            Parts.of(accrual.toByteArray())
                    .forEach((name, part) -> assertThat(part).as(name).doesNotContainPattern("\\p{IsHan}"));
        }
    }

    private static void golden(String name, String text) throws IOException {
        Path golden = GOLDEN.resolve(name + ".txt");
        Golden.file(golden, text);
    }

    /** A month before, of which half had been accrued, and somebody's quarter that is over. */
    private static List<Accrued> before(TestRun run) {
        List<Accrued> before = new ArrayList<>();
        accruals(run).stream().map(Accrued::of).forEach(one -> {
            Money half = new Money(one.amount().amount().divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP));
            before.add(
                    new Accrued(one.employeeId(), one.costCenter(), one.team(), one.period(), one.component(), half));
        });
        before.add(
                new Accrued("E6", "CC2", "T2", "2026-Q2", Component.COMMISSION, new Money(new BigDecimal("750.50"))));
        return before;
    }

    private static List<Accrual> accruals(TestRun run) {
        return run.result().accruals();
    }

    /** 2.5% of 40,000.10 + 20,000 since 1 July. */
    @Test
    void innovationAccruesFromTheQuartersFirstDay() {
        List<Accrual> lines = accruals(SmallCompany.innovating());
        assertThat(lines)
                .filteredOn(line -> line.component() == Component.COMMISSION)
                .extracting(line -> line.employee().id() + " " + line.period() + " "
                        + line.basis().plain() + " " + line.amount())
                .contains("E6 2026-Q3 60000.1 1500.00");
        assertThat(lines)
                .isNotEmpty()
                .allMatch(line -> line.period().compareTo(run.identity().period()) != 0);
    }
}
