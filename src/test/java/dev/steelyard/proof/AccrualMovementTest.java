package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accruals stand beside what the newest edition of the month before had accrued, as the ledger kept it (D258). */
class AccrualMovementTest {

    @TempDir
    Path folder;

    private TinyCompany company;

    @BeforeEach
    void theSmallestCompany() throws IOException {
        company = TinyCompany.in(
                folder,
                """
                        == targets.csv
                        subject_type,subject,indicator,period,target
                        employee,E1,sales_amount,2026-08,100000
                        employee,E1,sales_amount,2026-09,100000
                        """);
    }

    private Published run(String period) throws IOException {
        return company.published(TestDatabase.H2, "month-end", period, LocalDate.of(2026, 10, 12));
    }

    private static BigDecimal accrued(Published month) {
        return month.rows("accrual.csv").stream()
                .map(line -> new BigDecimal(line.get("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of the row of totals: the month before, what was added, what was reversed, where that leads. */
    private static BigDecimal[] totals(Published month) throws IOException {
        try (InputStream in = Files.newInputStream(month.folder().resolve("accrual-2026-09.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet sheet = book.getSheetAt(0);
            for (Row row : sheet) {
                if (row.getCell(0) != null && row.getCell(0).toString().equals("合计") && row.getLastCellNum() >= 6) {
                    BigDecimal[] cells = new BigDecimal[4];
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = BigDecimal.valueOf(row.getCell(i + 2).getNumericCellValue());
                    }
                    return cells;
                }
            }
            throw new AssertionError("no totals beside the month before");
        }
    }

    private static void check(Published before, Published month) throws IOException {
        BigDecimal[] totals = totals(month);
        assertThat(totals[0]).isEqualByComparingTo(accrued(before));
        assertThat(totals[3]).isEqualByComparingTo(accrued(month));
        assertThat(totals[0].add(totals[1]).add(totals[2])).isEqualByComparingTo(totals[3]);
    }

    @Test
    void theMonthBeforeIsThatOfItsNewestRevision() throws IOException {
        Published august = run("2026-08");
        assertThat(accrued(august)).isPositive();
        check(august, run("2026-09"));

        // A violation in August leaves less to accrue, and September is run again after it.
        Files.writeString(
                company.inputs().resolve("compliance_events.csv"),
                Files.readString(company.inputs().resolve("compliance_events.csv"))
                        + "V1,2026-08-03,E1,other,major,verified,2026-08-05,\n");
        Published again = run("2026-08");
        assertThat(again.folder()).hasFileName("r2");
        assertThat(accrued(again)).isLessThan(accrued(august));
        check(again, run("2026-09"));
    }
}
