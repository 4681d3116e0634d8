package dev.steelyard.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.output.workbook.interview.Interviews;
import dev.steelyard.output.workbook.team.TeamWorkbooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Member cards and interview sheets of a team that has mentors, exams, resources and a past. */
class InterviewTest {

    private static final Path GOLDEN = Path.of("src/test/resources/workbook");

    @TempDir
    Path temp;

    private byte[] interviews(TestRun run, String language, String team) throws IOException {
        Report report = run.report(language);
        Coaching coaching = new Coaching(report);
        TeamParts parts = new TeamParts(report);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Interviews(report, coaching, new TeamWorkbooks(report, coaching, parts), parts).write(team, temp, out);
        return out.toByteArray();
    }

    private byte[] cards(TestRun run, String language, String team) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TeamWorkbooks(run.report(language)).write(team, temp, out);
        return out.toByteArray();
    }

    /** After a change that is meant, {@code -Dgolden.update=true} writes the files anew; read their difference. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void sayWhatTheyAlwaysSaid(String language) throws IOException {
        golden("interviews-" + language, Dump.of(interviews(SmallCompany.coached(), language, "T1")));
        // What stands below is told by the arithmetic, which has a golden file of its own.
        golden("coached-team-" + language, Dump.of(cards(SmallCompany.coached(), language, "T1"), 60));
    }

    private static void golden(String name, String dump) throws IOException {
        Path golden = GOLDEN.resolve(name + ".txt");
        Golden.sheets(golden, dump);
    }

    /** Nobody talks with who has left, nor improves anything with them; who leaves later is talked with. */
    @Test
    void whoHasLeftIsScoredAndNotCoached() throws IOException {
        TestRun run = SmallCompany.leaving();
        assertThat(Dump.of(interviews(run, "zh", "T1"))).contains("Ines", "E6").doesNotContain("Ann Lee");
        String book = Dump.of(cards(run, "zh", "T1"));
        String overview = book.substring(0, book.indexOf("团队排名"));
        assertThat(overview).contains("Ines E6").doesNotContain("Ann Lee E1");
        String card = book.substring(book.indexOf("Ann Lee E1，"));
        assertThat(card.substring(0, card.indexOf("失分最多的项目")))
                .contains("→ 2026-09-25 离职：本期照常计分结算，不再安排面谈与改进。")
                .doesNotContain("失分最多：", "分到 ");
        String stays = Dump.of(cards(SmallCompany.coached(), "zh", "T1"));
        assertThat(stays.substring(0, stays.indexOf("团队排名"))).contains("Ann Lee E1");
        assertThat(stays).doesNotContain("离职：本期");
    }

    /** What is open, and what was due in the period, of the person alone; next month's target, not one after it; still one sheet of paper. */
    @Test
    void carriesWhatWasAgreedAndTheNextTarget() throws IOException {
        byte[] written = interviews(SmallCompany.agreed(), "zh", "T1");
        try (XSSFWorkbook book = Parts.open(written)) {
            String ann = Dump.of(written).split("== Ann Lee E1")[1].split("\n== ")[0];
            assertThat(ann)
                    .contains("上次约定：Visits two new hospitals；截止 2026-08-31；✗ 逾期")
                    .contains("上次约定：Passes the defence；截止 2026-09-30；✓ 完成")
                    .contains("上次约定：Trains with Meg；截止 2026-10-31；… 进行中")
                    .contains("另有 1 项约定，见行动项。")
                    .containsPattern("销售额 \\| 130000 .*2026-10")
                    .contains("另有 2 项。")
                    .doesNotContain("LONG AGO", "OF ED", "999000");
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                assertThat(book.getSheetAt(i).getPrintSetup().getFitHeight()).isEqualTo((short) 1);
                Parts.checkPrint(book.getSheetAt(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aPageAPersonOfTheTeamUprightOnOneSheetOfPaper(String language) throws IOException {
        TestRun run = SmallCompany.coached();
        for (String team : List.of("T1", "T2")) {
            byte[] written = interviews(run, language, team);
            try (XSSFWorkbook book = Parts.open(written)) {
                assertThat(book.getNumberOfSheets())
                        .isEqualTo(new TeamWorkbooks(run.report(language))
                                .shown(team)
                                .size());
                for (int i = 0; i < book.getNumberOfSheets(); i++) {
                    XSSFSheet sheet = book.getSheetAt(i);
                    assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
                    assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
                    assertThat(sheet.getFitToPage()).isTrue();
                    assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                    assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
                    assertThat(sheet.getRowBreaks()).isEmpty();
                    Parts.checkPrint(sheet);
                }
            }
            Parts.of(written).forEach((name, part) -> assertThat(part).as(name).doesNotContain("<f>", "<f "));
        }
    }
}
