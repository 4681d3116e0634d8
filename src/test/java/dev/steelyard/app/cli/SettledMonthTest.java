package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.cli.text.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes or changes after a month was closed is named by the next run, with what takes it in (rules.md 8.11). */
class SettledMonthTest {

    private static final String TAKES_IN = "steelyard run month-end --period 2026-08";

    @TempDir
    Path folder;

    @BeforeEach
    void closeAugust() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/cli/company"))) {
            for (Path file : files.toList()) {
                Files.copy(file, in.resolve(file.getFileName()));
            }
        }
        Files.writeString(
                in.resolve("targets.csv"),
                "employee,E1,sales_amount,2026-08,10000\nemployee,E2,sales_amount,2026-08,10000\n",
                StandardOpenOption.APPEND);
        Path orders = in.resolve("orders.csv");
        Files.writeString(orders, august(orders, "AUGUST-2"), StandardOpenOption.APPEND);
        command("run", "month-end", "--period", "2026-08", "--as-of", "2026-09-08");
        for (String role : List.of("hr", "finance")) {
            command("sign", "2026-08", "--role", role, "--by", "who decides, for " + role, "--as-of", "2026-09-08");
        }
        assertThat(command("close", "2026-08", "--undisputed", "--by", "who closes", "--as-of", "2026-09-30")
                        .exit())
                .isEqualTo(Exit.DONE);
    }

    /** Another order of August. */
    private static String august(Path orders, String id) throws IOException {
        String line = Files.readAllLines(orders).stream()
                .filter(one -> one.contains("2026-08"))
                .findFirst()
                .orElseThrow();
        return id + line.substring(line.indexOf(',')) + "\n";
    }

    private CommandRunner.Ended command(String... words) {
        return new CommandRunner()
                .with("STEELYARD_OUTPUT", folder.resolve("out").toString())
                .with("STEELYARD_INPUTS", folder.resolve("in").toString())
                .with("STEELYARD_LANG", "en")
                .run(words);
    }

    private String september() {
        return command("run", "month-end", "--period", "2026-09", "--as-of", "2026-10-12")
                .out();
    }

    @Test
    void nothingIsSaidWhereNothingChanged() {
        assertThat(september()).contains("published").doesNotContain("CHANGED");
        assertThat(command("status").out()).doesNotContain("(seen by");
    }

    @Test
    void aLateRowIsNamedWithItsMonthAndTheCommand() throws IOException {
        Path orders = folder.resolve("in/orders.csv");
        Files.writeString(orders, august(orders, "LATE-1"), StandardOpenOption.APPEND);
        assertThat(september())
                .contains("CHANGED:orders  orders holds other rows of 2026-08, which is closed")
                .contains(TAKES_IN);
        assertThat(folder.resolve("out/month-end/2026-09/r1/problems.csv"))
                .content()
                .contains("W-UNLIKELY", TAKES_IN);
        assertThat(command("status").out())
                .contains("2026-08: orders (seen by month-end 2026-09 r1)")
                .contains(TAKES_IN);
        command("run", "month-end", "--period", "2026-08", "--as-of", "2026-10-12");
        assertThat(command("status").out()).doesNotContain("2026-08: orders (seen by");
    }

    /** Once it is closed, HR has nothing to sign any more, neither of what is paid nor of what is calculated after it. */
    @Test
    void nothingIsLeftToSign() throws IOException {
        Path orders = folder.resolve("in/orders.csv");
        Files.writeString(orders, august(orders, "LATE-1"), StandardOpenOption.APPEND);
        command("run", "month-end", "--period", "2026-08", "--as-of", "2026-10-12");
        assertThat(summary("r1")).contains("sign and close");
        assertThat(summary("closed-r1")).contains("finance pays by this folder").doesNotContain("sign and close");
        assertThat(summary("r2")).contains("Nothing is to be signed").doesNotContain("sign and close");
    }

    /** Whoever runs a closed month again is told so, whether that changes something or not, and never asked to hand it to finance. */
    @Test
    void aClosedMonthThatIsRunAgainSaysThatItIsClosed() throws IOException {
        assertThat(command("run", "month-end", "--period", "2026-08", "--as-of", "2026-09-08")
                        .out())
                .contains("unchanged", "Closed", "2026-09-30: r1 is what is paid", "closed-r1")
                .doesNotContain("Before finance gets the files", "do not pay");
        Path orders = folder.resolve("in/orders.csv");
        Files.writeString(orders, august(orders, "LATE-1"), StandardOpenOption.APPEND);
        for (String said : List.of("published", "unchanged")) {
            assertThat(command("run", "month-end", "--period", "2026-08", "--as-of", "2026-10-12")
                            .out())
                    .contains(said, "do not pay this revision: the difference comes with 2026-09")
                    .doesNotContain("Before finance gets the files", "is what is paid");
        }
    }

    /** A first page says once that it is not to be paid. */
    @Test
    void aRevisionAfterTheCloseSaysOnceThatItIsNotPaid() throws IOException {
        Path orders = folder.resolve("in/orders.csv");
        Files.writeString(orders, august(orders, "LATE-1"), StandardOpenOption.APPEND);
        command("run", "month-end", "--period", "2026-08", "--as-of", "2026-10-12");
        assertThat(summary("r2"))
                .containsOnlyOnce("do not pay this revision; the difference comes with 2026-09")
                .doesNotContain("nothing here is payable");
    }

    /** What finance was told of the month before is no sum to hold against a revision that pays nothing. */
    @Test
    void aRevisionAfterTheCloseIsNotHeldAgainstTheMonthBefore() throws IOException {
        september();
        assertThat(firstSheet("2026-09/r1/payout-2026-09.xlsx")).contains("2026-08 total");
        for (String role : List.of("hr", "finance")) {
            command("sign", "2026-09", "--role", role, "--by", "who decides, for " + role, "--as-of", "2026-10-12");
        }
        command("close", "2026-09", "--undisputed", "--by", "who closes", "--as-of", "2026-10-30");
        Path orders = folder.resolve("in/orders.csv");
        Files.writeString(orders, august(orders, "LATE-9").replace("2026-08", "2026-09"), StandardOpenOption.APPEND);
        command("run", "month-end", "--period", "2026-09", "--as-of", "2026-11-02");
        assertThat(firstSheet("2026-09/r2/payout-2026-09.xlsx"))
                .contains("Calculated after the close")
                .doesNotContain("2026-08 total");
    }

    /** HR's first sheet. */
    private String summary(String edition) throws IOException {
        return firstSheet("2026-08/" + edition + "/ranking-2026-08.xlsx");
    }

    private String firstSheet(String name) throws IOException {
        Path book = folder.resolve("out/month-end/" + name);
        StringBuilder text = new StringBuilder();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(book))) {
            workbook.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
        }
        return text.toString();
    }

    @Test
    void aRowThatIsNowMissingIsNamedToo() throws IOException {
        Path orders = folder.resolve("in/orders.csv");
        List<String> lines = Files.readAllLines(orders);
        lines.remove(lines.stream()
                .filter(line -> line.contains("2026-08"))
                .findFirst()
                .orElseThrow());
        Files.write(orders, lines);
        assertThat(september()).contains("CHANGED:orders");
    }

    /** As many rows and the same sums, and yet somebody else is paid. */
    @Test
    void aRowThatIsNowSomebodyElsesIsNamed() throws IOException {
        Path orders = folder.resolve("in/orders.csv");
        Files.writeString(orders, Files.readString(orders).replaceFirst("(AUGUST-2,[^,]*,)E1", "$1E2"));
        assertThat(Files.readString(orders)).containsPattern("AUGUST-2,[^,]*,E2");
        assertThat(september())
                .contains("CHANGED:orders  the 2 rows of orders of 2026-08, which is closed, say something else")
                .contains(TAKES_IN);
        command("run", "month-end", "--period", "2026-08", "--as-of", "2026-10-12");
        assertThat(september()).doesNotContain("CHANGED");
    }

    @Test
    void aDecisionAboutTheMonthIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("in/calibrations.csv"),
                """
                decision_id,decided_date,subject_type,subject,indicator,period,new_target,reason,approvers
                C9,2026-09-15,employee,E1,sales_amount,2026-08,1000,the region was cut,A;B
                """);
        assertThat(september())
                .contains("CHANGED:calibrations  Decision C9 of 2026-09-15")
                .contains(TAKES_IN);
    }
}
