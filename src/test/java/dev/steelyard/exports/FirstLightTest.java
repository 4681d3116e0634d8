package dev.steelyard.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstLightTest {

    @TempDir
    Path folder;

    @Test
    void csv() {
        Exports.Read read = new Exports(folder)
                .rows("v1,2026-09-01 10:00,E1,骨科,60,40", "v2,2026/9/2,E2,\"心,内\",\"1,000\",(5)", "合计,,,,1060,", "x,y")
                .read();
        assertThat(read.contents()).containsExactly("v1|2026-09-01T10:00:00|E1|骨科|60|40||||||");
        assertThat(read.problems).hasSize(2);
        System.out.println(read.problems + " " + read.totals + read.tallies + read.fileProblems);
    }

    @Test
    void xlsx() {
        XSSFWorkbook book = new XSSFWorkbook();
        var sheet = book.createSheet("一");
        sheet.createRow(0).createCell(0).setCellValue("标题");
        String[] header = Exports.HEADER.split(",");
        var row = sheet.createRow(2);
        for (int i = 0; i < header.length; i++) {
            row.createCell(i).setCellValue(header[i]);
        }
        row = sheet.createRow(3);
        row.createCell(0).setCellValue("v1");
        row.createCell(1).setCellValue("2026-09-01 10:00");
        row.createCell(2).setCellValue(1001);
        row.createCell(4).setCellValue(60.5);
        row.createCell(5).setCellValue(0.1 + 0.2);
        Exports.Read read = new Exports(folder).workbook("visits.xlsx", book).read();
        System.out.println(read.contents() + " " + read.problems + " " + read.fileProblems);
        assertThat(read.contents()).containsExactly("v1|2026-09-01T10:00:00|1001||60.5|0.3||||||");
    }
}
