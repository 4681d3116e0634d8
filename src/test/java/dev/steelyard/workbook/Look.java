package dev.steelyard.workbook;

import dev.steelyard.calendar.Period;
import dev.steelyard.sample.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Writes the sample company's workbook to a folder, to be looked at. */
final class Look {

    private Look() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        TestRun run =
                TestRun.of(Tables.ofSampleCompany(), Period.parse("2026-09").orElseThrow(), LocalDate.of(2026, 10, 12));
        for (String language : new String[] {"zh", "en"}) {
            Files.write(folder.resolve("ranking-2026-09-" + language + ".xlsx"), run.workbook(language, folder));
        }
    }
}
