package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample company is run where it is asked for, and its figures are never taken for real ones. */
class SamplesTest {

    private static final String[] SAMPLES = {
        "run", "month-end", "--samples", "--period", "2026-09", "--as-of", "2026-10-12", "--quiet"
    };

    @TempDir
    Path output;

    private CommandRunner runner() {
        return new CommandRunner().with("STEELYARD_OUTPUT", output.toString());
    }

    @Test
    void theyHaveAnOutputFolderAndALedgerOfTheirOwnAndSaySoOnEveryFirstPage() throws IOException {
        CommandRunner.Ended ended =
                runner().with("STEELYARD_DB", "jdbc:postgresql://nowhere/real").run(SAMPLES);
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(output.toFile().list()).doesNotContain("ledger", "month-end");
        Path samples = output.resolve("samples");
        assertThat(samples.resolve("ledger")).isDirectory();
        Path edition = samples.resolve("month-end/2026-09/r1");
        assertThat(Manifest.read(edition).ofSamples()).isTrue();
        assertThat(edition.resolve("summary.html")).content().contains("样例数据，未关账");
        assertThat(firstPage(edition.resolve("ranking-2026-09.xlsx"))).contains("样例数据");
        assertThat(firstPage(edition.resolve("payout-2026-09.xlsx"))).contains("样例数据");
    }

    private static String firstPage(Path workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Workbook book = WorkbookFactory.create(workbook.toFile(), null, true)) {
            book.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
        }
        return text.toString();
    }

    @Test
    void nothingIsReadThatNobodyNamed() {
        CommandRunner.Ended ended = runner().run("run", "month-end", "--period", "2026-09", "--lang", "en", "--quiet");
        assertThat(ended.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ended.err()).contains("--inputs DIR", "--samples");
        assertThat(output.toFile().list()).doesNotContain("month-end", "ledger");
    }

    @Test
    void theyAreNotMixedWithWhatIsReal() {
        for (String[] other : new String[][] {{"--inputs", "."}, {"--db", "jdbc:postgresql://nowhere/real"}}) {
            CommandRunner.Ended ended = runner().run("run", "month-end", "--samples", other[0], other[1]);
            assertThat(ended.exit()).isEqualTo(Exit.BAD_INPUT);
            assertThat(ended.err()).contains(other[0]);
        }
    }
}
