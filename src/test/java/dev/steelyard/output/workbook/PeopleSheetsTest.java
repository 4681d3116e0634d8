package dev.steelyard.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.insight.people.Career;
import dev.steelyard.engine.insight.people.Careers;
import dev.steelyard.engine.insight.people.Honours;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.people.PeopleSheets;
import dev.steelyard.output.workbook.team.TeamWorkbooks;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HR's sheets about people: what they say, and to whom they say it. */
class PeopleSheetsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/workbook");

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void sayWhatTheyAlwaysSaid(String language) throws IOException {
        byte[] sheets = sheets(ProvenCompany.run(), language);
        Parts.check(sheets);
        Path golden = GOLDEN.resolve("people-" + language + ".txt");
        String dump = Dump.of(sheets);
        Golden.sheets(golden, dump);
    }

    /** What people of the team did towards which goal; not what they promised, nor what others did. */
    @Test
    void whoIsAnExampleSaysWhatTheyDid() throws IOException {
        assertThat(Dump.of(sheets(ProvenCompany.run(), "zh")))
                .contains("More answers：Asks each hospital by telephone", "Goes along once a week")
                .doesNotContain("PROMISED", "Of another team");
    }

    @Test
    void theEnglishSheetsHaveNoChineseWord() throws IOException {
        Parts.of(sheets(ProvenCompany.run(), "en"))
                .forEach((name, part) -> assertThat(part).as(name).doesNotContainPattern("\\p{IsHan}"));
    }

    @Test
    void theOrderOfRowsChangesNothing() throws IOException {
        byte[] sheets = sheets(ProvenCompany.run(), "zh");
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(sheets(ProvenCompany.shuffled(seed), "zh"))
                    .as("seed " + seed)
                    .isEqualTo(sheets);
        }
    }

    @Test
    void textsOfColleaguesAreToldFromThreeAnswersUpAndToNobodyButHr() throws IOException {
        TestRun run = ProvenCompany.run();
        byte[] ranking = run.workbook("zh", temp);
        assertThat(Dump.of(ranking)).contains("KEPT helped me twice", "=1+1 always there");
        Parts.of(ranking).forEach((name, part) -> assertThat(part).as(name).doesNotContain("SECRET"));
        TeamWorkbooks teams = new TeamWorkbooks(run.report("zh"));
        for (String team : teams.teams()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            teams.write(team, temp, out);
            Parts.of(out.toByteArray()).forEach((name, part) -> assertThat(part)
                    .as(team + " " + name)
                    .doesNotContain("SECRET", "KEPT", "合规之星", "双通道", "同事反馈", "经验共享"));
        }
    }

    @Test
    void whileClosedPeriodsAreMissingNobodyIsNamed() throws IOException {
        assertThat(Dump.of(sheets(ProvenCompany.young(), "zh")))
                .contains("还不能评：需要 3 个已关账周期，现有 2 个（2026-07、2026-08），还差 1 个。");
    }

    /** Companies of chance, with closed months of chance: who is vetoed is named nowhere. */
    @Test
    void whoIsVetoedIsNeverNominatedAndNeverACandidate() {
        int vetoed = 0;
        int named = 0;
        for (long seed = 1; seed <= 40; seed++) {
            RunResult result = random(seed);
            RunInput input = result.input();
            Map<String, RankedScorecard> cards = result.book().byId();
            List<RankedScorecard> shown = new ArrayList<>();
            Honours.of(input.plan(), input.registers(), result.measurements(), result.book())
                    .orElseThrow()
                    .nominations()
                    .forEach(one -> shown.add(one.card()));
            Careers.of(
                            input.plan(),
                            input.registers(),
                            result.measurements(),
                            result.book(),
                            input.period(),
                            input.history())
                    .orElseThrow()
                    .people()
                    .stream()
                    .map(Career::card)
                    .forEach(shown::add);
            assertThat(shown)
                    .as("seed " + seed)
                    .noneMatch(card -> card.status() == RankedScorecard.Status.VETOED
                            || card.card().compliance().isVetoed());
            vetoed += (int) cards.values().stream()
                    .filter(card -> card.status() == RankedScorecard.Status.VETOED)
                    .count();
            named += shown.size();
        }
        // Otherwise the companies prove nothing.
        assertThat(vetoed).isGreaterThan(10);
        assertThat(named).isGreaterThan(40);
    }

    private static RunResult random(long seed) {
        RandomCompany company = RandomCompany.of(seed);
        Map<String, List<List<String>>> rows = new HashMap<>();
        company.company()
                .datasets()
                .forEach(of -> rows.put(of.name(), company.company().rows(of.name())));
        Period period = Period.parse(company.period()).orElseThrow();
        Random chance = new Random(seed);
        List<List<String>> events = new ArrayList<>(rows.get("compliance_events"));
        for (List<String> employee : rows.get("employees")) {
            if (chance.nextInt(5) == 0) {
                String day = period.last().minusMonths(chance.nextInt(14)).toString();
                String id = employee.get(0);
                events.add(List.of("VETO-" + id, day, id, "bribery", "veto", "verified", day, "proved"));
            }
        }
        rows.put("compliance_events", events);
        return TestRun.of(Tables.of(rows), period, company.asOf(), false, history(rows, period, chance))
                .result();
    }

    private static History history(Map<String, List<List<String>>> rows, Period period, Random chance) {
        List<History.Chapter> chapters = new ArrayList<>();
        Period at = period.previous().previous().previous();
        for (int i = 0; i < 3; i++) {
            List<EarlierScorecard> cards = new ArrayList<>();
            for (List<String> employee : rows.get("employees")) {
                Points points = Points.of(chance.nextInt(90, 100));
                cards.add(new EarlierScorecard(
                        at,
                        employee.get(0),
                        true,
                        Map.of("compliance", points),
                        Optional.of(Points.ZERO),
                        Optional.of(points),
                        Optional.empty(),
                        Optional.of(points),
                        Optional.of("A"),
                        Optional.empty(),
                        chance.nextInt(20) == 0,
                        false));
            }
            chapters.add(new History.Chapter(at, "run-" + i, true, cards));
            at = at.next();
        }
        return new History(chapters);
    }

    private byte[] sheets(TestRun run, String language) throws IOException {
        Report report = run.report(language);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Book.write(report.imprint("people "), List.copyOf(PeopleSheets.of(report)), temp, out);
        return out.toByteArray();
    }
}
