package dev.steelyard.output.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.pay.PersonalPayout;
import dev.steelyard.engine.unit.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements and payout say the same of everybody, to the cent. */
class StatementIndexTest {

    private static final String PAYOUT =
            """
            line_id,employee_id,amount,status
            a,E1,100.10,pay
            b,E1,-0.05,pay
            c,E2,7.00,on_hold
            d,E3,9.99,carried
            """;

    @TempDir
    Path folder;

    private static StatementIndex.Entry entry(String employee, int lines, String pay, String onHold, String carried) {
        return new StatementIndex.Entry(
                "statements/T1/" + employee + "-2026-09.xlsx",
                new PersonalPayout(employee, lines, money(pay), money(onHold), money(carried)));
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount));
    }

    private List<String> differences(StatementIndex.Entry... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatementIndex.file(List.of(entries)).content().accept(out);
        Files.write(folder.resolve(StatementIndex.NAME), out.toByteArray());
        Files.writeString(folder.resolve("payout.csv"), PAYOUT);
        assertThat(StatementIndex.read(folder)).containsExactly(entries);
        return StatementIndex.differences(folder).stream()
                .map(difference -> difference.name() + ": " + difference.expected() + " / " + difference.found())
                .toList();
    }

    @Test
    void agreesWithThePayout() throws IOException {
        assertThat(differences(
                        entry("E1", 2, "100.05", "0.00", "0.00"),
                        entry("E2", 1, "0.00", "7.00", "0.00"),
                        entry("E3", 1, "0.00", "0.00", "9.99"),
                        entry("E4", 0, "0.00", "0.00", "0.00")))
                .isEmpty();
    }

    @Test
    void namesWhoseStatementDiffersOrIsMissing() throws IOException {
        assertThat(differences(
                        entry("E1", 2, "100.04", "0.00", "0.00"),
                        entry("E2", 1, "7.00", "0.00", "0.00"),
                        entry("E4", 1, "0.01", "0.00", "0.00")))
                .containsExactly(
                        "statement E1: 2 100.05 0.00 0.00 / 2 100.04 0.00 0.00",
                        "statement E2: 1 0.00 7.00 0.00 / 1 7.00 0.00 0.00",
                        "statement E3: 1 0.00 0.00 9.99 / ",
                        "statement E4: 0 0.00 0.00 0.00 / 1 0.01 0.00 0.00");
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsText() {
        assertThat(List.of("=1+1", "+86", "-x", "@cmd", "\tx", "\uFF1Dx", "王建国", "", "CC-01").stream()
                        .map(PlainText::of))
                .containsExactly("'=1+1", "'+86", "'-x", "'@cmd", "'\tx", "'\uFF1Dx", "王建国", "", "CC-01");
    }
}
