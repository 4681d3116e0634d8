package dev.steelyard.batch;

import dev.steelyard.problem.ProblemDigest;
import dev.steelyard.publish.Edition;
import dev.steelyard.run.RunIdentity;
import dev.steelyard.run.RunResult;
import dev.steelyard.workbook.Report;
import dev.steelyard.workbook.finance.PayoutWorkbook;
import dev.steelyard.workbook.hr.Background;
import dev.steelyard.workbook.hr.RankingWorkbook;
import dev.steelyard.workbook.rejects.RejectDigest;
import dev.steelyard.workbook.rejects.RejectsWorkbook;
import dev.steelyard.workbook.team.TeamWorkbooks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that an edition consists of, but its manifest. A new file is one entry in {@link #list}. What they are made
 * of is found once and then only read, so that any of them may be written at the same time.
 */
final class Publications {

    private final RunDesk desk;
    private final RunIdentity identity;
    private final Report report;
    private final Path temporary;
    private final ProblemDigest problems = new ProblemDigest();
    private final RejectDigest rejects = new RejectDigest();
    private final Background background;
    private final TeamWorkbooks teams;
    private final List<Bundle> bundles;

    Publications(RunDesk desk, RunIdentity identity, String language) throws IOException {
        this.desk = desk;
        this.identity = identity;
        this.report = new Report(identity, desk.result(), language);
        this.temporary = desk.files().folder();
        desk.problems(problem -> {
            problems.take(problem);
            rejects.take(problem);
        });
        this.background = new Background(desk.inputs(), problems, desk.previous());
        this.teams = new TeamWorkbooks(report);
        this.bundles = List.copyOf(list());
    }

    /** The bundles, those that take longest first; of the same run always the same. */
    List<Bundle> bundles() {
        return bundles;
    }

    private List<Bundle> list() {
        RunResult result = report.result();
        String xlsx = "-" + identity.period() + ".xlsx";
        List<Bundle> all = new ArrayList<>();
        all.add(Bundle.of("ranking" + xlsx, out -> RankingWorkbook.write(report, background, temporary, out)));
        all.add(Bundle.of(
                "rejects" + xlsx,
                out -> RejectsWorkbook.write(
                        identity,
                        result.input().registers(),
                        rejects,
                        desk::rejects,
                        report.language(),
                        temporary,
                        out)));
        all.add(Bundle.of("payout" + xlsx, out -> PayoutWorkbook.write(report, temporary, out)));
        for (String team : teams.teams()) {
            all.add(Bundle.of(teams.fileName(team), out -> teams.write(team, temporary, out)));
        }
        all.add(new Bundle(Edition.machineFiles(identity, result, desk::problems)));
        return all;
    }

    /** What was found, counted. */
    ProblemDigest problems() {
        return problems;
    }
}
