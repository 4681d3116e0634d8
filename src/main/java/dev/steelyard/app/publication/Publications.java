package dev.steelyard.app.publication;

import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.pay.Accrual;
import dev.steelyard.engine.pay.Accrued;
import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.pay.PersonalPayout;
import dev.steelyard.engine.pay.VoucherEntries;
import dev.steelyard.engine.plan.Voucher;
import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.engine.run.PayoutBook;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.output.page.SummaryHtml;
import dev.steelyard.output.publish.AccrualCsv;
import dev.steelyard.output.publish.Edition;
import dev.steelyard.output.publish.EditionFile;
import dev.steelyard.output.publish.ForSystems;
import dev.steelyard.output.publish.PayoutByPersonCsv;
import dev.steelyard.output.publish.ReaderIndex;
import dev.steelyard.output.publish.StatementIndex;
import dev.steelyard.output.publish.VoucherCsv;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.TeamParts;
import dev.steelyard.output.workbook.alerts.AlertWorkbooks;
import dev.steelyard.output.workbook.committee.CommitteeWorkbook;
import dev.steelyard.output.workbook.finance.AccrualWorkbook;
import dev.steelyard.output.workbook.finance.PayoutWorkbook;
import dev.steelyard.output.workbook.finance.VoucherWorkbook;
import dev.steelyard.output.workbook.hr.Background;
import dev.steelyard.output.workbook.hr.RankingWorkbook;
import dev.steelyard.output.workbook.hr.TargetsWorkbook;
import dev.steelyard.output.workbook.interview.Interviews;
import dev.steelyard.output.workbook.rejects.RejectDigest;
import dev.steelyard.output.workbook.rejects.RejectScope;
import dev.steelyard.output.workbook.rejects.RejectsWorkbook;
import dev.steelyard.output.workbook.review.ReviewWorkbook;
import dev.steelyard.output.workbook.statement.StatementTotals;
import dev.steelyard.output.workbook.statement.Statements;
import dev.steelyard.output.workbook.team.LeaderWorkbooks;
import dev.steelyard.output.workbook.team.TeamWorkbooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that an edition consists of, but its manifest. A new file is one entry in {@link #list}. What they are made
 * of is found once and then only read, so that any of them may be written at the same time.
 */
public final class Publications {

    /** Each costs some records in the ledger; so many are enough for all threads and workers to be busy to the end. */
    private static final int MOST_BUNDLES = 64;

    private final Calculated calculated;
    private final RunIdentity identity;
    private final Report report;
    private final Path temporary;
    private final ProblemDigest problems;
    private final Map<RejectScope, RejectDigest> rejects = new LinkedHashMap<>();
    private final Background background;
    private final TeamWorkbooks teams;
    private final LeaderWorkbooks leaders;
    private final Interviews interviews;
    private final Statements statements;
    private final List<Bundle> bundles;
    private final boolean signable;
    private final Optional<List<Accrued>> accrued;
    private List<Accrual> accrualLines;

    /**
     * @param published the as-of day of the period's first final revision; empty for a trial
     * @param systems how the job wants what accounting and payroll systems read
     * @param handedOut whether readers are handed their files, so that the edition must tell whose they are
     * @param accrued what the month before had accrued; empty where nothing tells
     * @param signable whether people get statements to sign: not of what is implausible
     * @param readable whether there is anything for people; else machine files alone
     * @throws VoucherEntries.Unbalanced if a voucher's sides differ
     */
    public Publications(
            Calculated calculated,
            Report report,
            Optional<LocalDate> published,
            ForSystems systems,
            boolean handedOut,
            Optional<List<Accrued>> accrued,
            boolean signable,
            boolean readable)
            throws IOException {
        this.signable = signable;
        this.accrued = accrued;
        this.calculated = calculated;
        this.identity = report.identity();
        this.report = report;
        this.temporary = calculated.temporary();
        RejectScope.of(report.result().input().registers().schemas())
                .forEach(scope -> rejects.put(scope, new RejectDigest()));
        this.problems = new ProblemDigest(
                Schema.lossless(report.result().input().registers().schemas().values()));
        calculated.problems(problem -> {
            problems.take(problem);
            rejects.forEach((scope, digest) -> {
                if (scope.holds(problem.where().dataset())) {
                    digest.take(problem);
                }
            });
        });
        this.background = new Background(
                calculated.inputs(),
                problems,
                report.result().input().history().of(identity.period().previous()),
                calculated::rejects);
        Coaching coaching = new Coaching(report);
        TeamParts parts = new TeamParts(report);
        this.teams = new TeamWorkbooks(report, coaching, parts);
        this.leaders = new LeaderWorkbooks(report, coaching);
        this.interviews = new Interviews(report, coaching, teams, parts);
        this.statements = new Statements(report, published, parts, calculated::rejects);
        List<Bundle> all = new ArrayList<>();
        if (purpose().scores()) {
            all.addAll(list(systems));
            all.addAll(vouchers(systems.vouchers()));
            all.addAll(accruals());
            all.addAll(review());
            if (signable) {
                all.add(statements());
            }
            all.add(summary(all));
        } else {
            all.addAll(alerts());
        }
        if (handedOut) {
            all.add(new Bundle(List.of(ReaderIndex.file(managers()))));
        }
        this.bundles = readable ? List.copyOf(all) : machineFiles(all);
    }

    private Purpose purpose() {
        return report.result().input().purpose();
    }

    /** The files that machines read, and the rejected rows, which are corrected there and put back. */
    private static List<Bundle> machineFiles(List<Bundle> all) {
        return all.stream()
                .map(bundle -> new Bundle(bundle.files().stream()
                        .filter(file -> file.name().matches("[^/]*\\.csv|(voucher|rejects)-.*")
                                && !file.name().equals(ReaderIndex.NAME))
                        .toList()))
                .filter(bundle -> !bundle.files().isEmpty())
                .toList();
    }

    /** The bundles, those that take longest first; of the same run always the same. */
    public List<Bundle> bundles() {
        return bundles;
    }

    private List<Bundle> list(ForSystems systems) {
        RunResult result = report.result();
        String xlsx = "-" + identity.period() + ".xlsx";
        List<Bundle> all = new ArrayList<>();
        all.add(Bundle.of("ranking" + xlsx, out -> RankingWorkbook.write(report, background, temporary, out)));
        rejects.forEach((scope, digest) -> {
            if (scope.only().isEmpty() || !digest.isEmpty()) {
                all.add(Bundle.of(
                        scope.fileName(identity.period().toString()),
                        out -> RejectsWorkbook.write(report, scope, digest, calculated::rejects, temporary, out)));
            }
        });
        if (TargetsWorkbook.isNeeded(report)) {
            all.add(Bundle.of(
                    TargetsWorkbook.fileName(identity.period().toString()),
                    out -> TargetsWorkbook.write(report, temporary, out)));
        }
        all.add(Bundle.of("committee" + xlsx, out -> CommitteeWorkbook.write(report, temporary, out)));
        Optional<List<PaidPeriods.Line>> before =
                result.input().past().editions().handedOut(identity.period().previous());
        all.add(Bundle.of("payout" + xlsx, out -> PayoutWorkbook.write(report, before, temporary, out)));
        all.add(new Bundle(
                List.of(PayoutByPersonCsv.file(result, identity.period().toString(), systems.marked()))));
        all.addAll(byTeam());
        leaders.leaders()
                .forEach(leader ->
                        all.add(Bundle.of(leaders.fileName(leader), out -> leaders.write(leader, temporary, out))));
        all.add(new Bundle(Edition.machineFiles(identity, result, calculated::problems)));
        return all;
    }

    /** The page that leads to all the others. */
    private Bundle summary(List<Bundle> others) {
        List<String> files = others.stream()
                .flatMap(bundle -> bundle.files().stream())
                .map(EditionFile::name)
                .toList();
        return Bundle.of(SummaryHtml.NAME, out -> SummaryHtml.write(report, problems, files, out));
    }

    /** Whose each manager's files are: books of teams in which they lead everybody, and what was written for them. */
    private List<ReaderIndex.Entry> managers() {
        Population population = report.result().book().population();
        List<ReaderIndex.Entry> entries = new ArrayList<>();
        boolean isScored = purpose().scores();
        Map<String, List<String>> members = population.participants().stream()
                .filter(one -> !one.isManager())
                .collect(Collectors.groupingBy(
                        one -> one.employee().team(), Collectors.mapping(Participant::id, Collectors.toList())));
        Set<String> interviewed = Set.copyOf(interviews.teams());
        AlertWorkbooks alerts = new AlertWorkbooks(report);
        for (Participant manager : population.participants()) {
            if (!manager.isManager()) {
                continue;
            }
            Set<String> led =
                    population.members(manager).stream().map(Participant::id).collect(Collectors.toSet());
            for (String team : isScored ? teams.teams() : List.<String>of()) {
                if (members.containsKey(team) && led.containsAll(members.get(team))) {
                    entries.add(new ReaderIndex.Entry(manager.id(), teams.fileName(team)));
                    if (interviewed.contains(team)) {
                        entries.add(new ReaderIndex.Entry(manager.id(), interviews.fileName(team)));
                    }
                }
            }
            if (isScored && leaders.leaders().contains(manager.id())) {
                entries.add(new ReaderIndex.Entry(manager.id(), leaders.fileName(manager.id())));
            }
            if (!isScored) {
                alerts.file(manager.id()).ifPresent(file -> entries.add(new ReaderIndex.Entry(manager.id(), file)));
            }
        }
        return entries;
    }

    /** A file a manager, and what machines read of it; nothing of scores, ranks or pay. */
    private List<Bundle> alerts() {
        AlertWorkbooks workbooks = new AlertWorkbooks(report);
        List<Bundle> all = new ArrayList<>();
        for (String file : workbooks.files()) {
            all.add(Bundle.of(file, out -> workbooks.write(file, temporary, out)));
        }
        all.add(new Bundle(Edition.findings(report.result(), calculated::problems)));
        return all;
    }

    private List<Bundle> vouchers(List<Voucher> mappings) {
        List<Bundle> all = new ArrayList<>();
        for (Voucher mapping : mappings) {
            VoucherEntries voucher =
                    VoucherEntries.of(mapping, occasion(), report.result().payout());
            boolean csv = mapping.file().format() == Voucher.Format.CSV;
            all.add(Bundle.of(
                    "voucher-" + mapping.voucher() + "-" + identity.period() + (csv ? ".csv" : ".xlsx"),
                    csv
                            ? out -> VoucherCsv.write(voucher, out)
                            : out -> VoucherWorkbook.write(report, voucher, temporary, out)));
        }
        return all;
    }

    private VoucherEntries.Occasion occasion() {
        return new VoucherEntries.Occasion(
                identity.job(),
                identity.period(),
                identity.edition(),
                identity.asOf(),
                report.plan().currency(),
                report.isClosed() ? "" : report.say("voucher.standing", "standing", report.standing()),
                report.words());
    }

    /** Of a month, what quarters and years will pay. */
    private List<Bundle> accruals() {
        if (identity.period().kind() != Period.Kind.MONTH) {
            return List.of();
        }
        return List.of(
                Bundle.of(
                        "accrual-" + identity.period() + ".xlsx",
                        out -> AccrualWorkbook.write(report, accrualLines(), accrued, temporary, out)),
                new Bundle(List.of(
                        AccrualCsv.file(this::accrualLines, report.plan().currency()))));
    }

    /** Looked for by whoever asks first. */
    private synchronized List<Accrual> accrualLines() {
        if (accrualLines == null) {
            accrualLines = report.result().accruals();
        }
        return accrualLines;
    }

    /** Of a month or a quarter, what to talk about. */
    private List<Bundle> review() {
        return identity.period().isYear()
                ? List.of()
                : List.of(Bundle.of(
                        "review-" + identity.period() + ".xlsx", out -> ReviewWorkbook.write(report, temporary, out)));
    }

    /** A team's files together: its book, its interviews, its people's statements. Of many teams several make a bundle. */
    private List<Bundle> byTeam() {
        Map<String, List<EditionFile>> files = new TreeMap<>(CodePoints.ORDER);
        for (String team : teams.teams()) {
            put(
                    files,
                    team,
                    new EditionFile(
                            teams.fileName(team), out -> teams.write(team, temporary, out), () -> teams.hash(team)));
        }
        for (String team : interviews.teams()) {
            put(
                    files,
                    team,
                    new EditionFile(
                            interviews.fileName(team),
                            out -> interviews.write(team, temporary, out),
                            () -> Optional.of(interviews.hash(team))));
        }
        for (String person : signable ? statements.people() : List.<String>of()) {
            put(
                    files,
                    statements.team(person),
                    new EditionFile(
                            statements.fileName(person),
                            out -> statements.write(person, temporary, out),
                            () -> Optional.of(statements.hash(person))));
        }
        List<Bundle> bundles = new ArrayList<>();
        List<List<EditionFile>> teamsFiles = List.copyOf(files.values());
        int together = (teamsFiles.size() + MOST_BUNDLES - 1) / MOST_BUNDLES;
        for (int from = 0; from < teamsFiles.size(); from += together) {
            bundles.add(new Bundle(teamsFiles.subList(from, Math.min(from + together, teamsFiles.size())).stream()
                    .flatMap(List::stream)
                    .toList()));
        }
        return bundles;
    }

    private static void put(Map<String, List<EditionFile>> files, String team, EditionFile file) {
        files.computeIfAbsent(team, one -> new ArrayList<>()).add(file);
    }

    /** Whose each statement is. */
    private Bundle statements() {
        return new Bundle(List.of(StatementIndex.file(statements.people().stream()
                .map(person -> new StatementIndex.Entry(statements.fileName(person), statements.payout(person)))
                .toList())));
    }

    /** What the staged files say that is paid; an edition without pay has none. */
    public List<PayoutBook> payouts(Edition staged) throws IOException {
        return purpose().scores() ? List.of(staged.stagedPayout()) : List.of();
    }

    /**
     * What the staged statements say, each read back from its page; nothing where there are none.
     *
     * @param taken what those said that were taken over, when they were read back
     */
    public List<PayoutBook> statements(Edition staged, Map<String, PersonalPayout> taken) throws IOException {
        if (!signable) {
            return List.of();
        }
        List<PersonalPayout> people;
        try {
            people = statements.people().parallelStream()
                    .map(person -> Optional.ofNullable(taken.get(statements.fileName(person)))
                            .orElseGet(() -> stated(staged, person)))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return List.of(PayoutBook.byPerson(PayoutBook.Source.STATEMENTS, people));
    }

    private PersonalPayout stated(Edition staged, String person) {
        try (InputStream statement = staged.openStaged(statements.fileName(person))) {
            StatementTotals totals = StatementTotals.read(statement);
            return new PersonalPayout(person, 0, totals.pay(), totals.onHold(), totals.carried());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was found, counted. */
    public ProblemDigest problems() {
        return problems;
    }
}
