package dev.steelyard.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.output.workbook.committee.CommitteeWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committee's pack: what it says, and what it keeps to itself. */
class CommitteeWorkbookTest {

    private static final Path GOLDEN = Path.of("src/test/resources/workbook");

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void saysWhatItAlwaysSaid(String language) throws IOException {
        byte[] workbook = workbook(ProvenCompany.run(), language);
        Parts.check(workbook);
        Path golden = GOLDEN.resolve("committee-" + language + ".txt");
        String dump = Dump.of(workbook);
        Golden.sheets(golden, dump);
    }

    @Test
    void theEnglishPackHasNoChineseWord() throws IOException {
        Parts.of(workbook(ProvenCompany.run(), "en"))
                .forEach((name, part) -> assertThat(part).as(name).doesNotContainPattern("\\p{IsHan}"));
    }

    @Test
    void isTheSameBytesUnderAnyLocaleAndZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] first = workbook(ProvenCompany.run(), "zh");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(workbook(ProvenCompany.run(), "zh")).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theOrderOfRowsChangesNothing() throws IOException {
        byte[] first = workbook(ProvenCompany.run(), "zh");
        assertThat(workbook(ProvenCompany.shuffled(3), "zh")).isEqualTo(first);
    }

    @Test
    void holdsNobodysPayNoEventAndNothingOfColleagues() throws IOException {
        TestRun run = ProvenCompany.run();
        assertThat(run.result().payout()).isNotEmpty();
        Parts.of(workbook(run, "zh")).forEach((name, part) -> {
            assertThat(part).as(name).doesNotContain("SECRET", "KEPT", "EVIDENCE of");
            for (PayoutLine line : run.result().payout()) {
                assertThat(part)
                        .as(name)
                        .doesNotContain(">" + line.amount().amount().toPlainString() + "<");
            }
        });
    }

    @Test
    void leavesTheRunAsItWas() throws IOException {
        TestRun run = ProvenCompany.run();
        byte[] ranking = run.workbook("zh", temp);
        workbook(run, "zh");
        assertThat(run.workbook("zh", temp)).isEqualTo(ranking);
    }

    @Test
    void aRunWithoutAnythingToDecideSaysSo() throws IOException {
        assertThat(Dump.of(workbook(SmallCompany.quiet(), "zh"))).contains("没有未生效的校准，也没有待定的申诉。", "本期没有委员会校准，也没有申诉。");
    }

    private byte[] workbook(TestRun run, String language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommitteeWorkbook.write(run.report(language), temp, out);
        return out.toByteArray();
    }
}
