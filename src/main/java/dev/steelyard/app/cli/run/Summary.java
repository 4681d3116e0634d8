package dev.steelyard.app.cli.run;

import dev.steelyard.app.cli.text.DisplayWidth;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.Style;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plausible.Finding;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.engine.problem.ProblemDigest.Notable;
import dev.steelyard.engine.run.ControlTotal;
import dev.steelyard.engine.run.Revised;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.words.ProblemWords;
import dev.steelyard.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person reads when a run has ended: what came of it, where it lies, and what to do next. */
final class Summary {

    private static final int MOST_REASONS = 3;

    /** What the figures, the reports and the next steps say of everybody it concerns. */
    private static final Set<ProblemCode> SAID_ELSEWHERE = EnumSet.of(
            ProblemCode.DATASET_ABSENT,
            ProblemCode.TARGET_MISSING,
            ProblemCode.INDICATOR_MISSING,
            ProblemCode.NO_DATA,
            ProblemCode.TEAM_SCORE_MISSING,
            ProblemCode.BLANK_FOR_UNREAD,
            ProblemCode.PERIOD_NOT_CLOSED,
            ProblemCode.NO_CLOSED_PERIOD,
            ProblemCode.COMPLIANCE_BONUS_UNKNOWN,
            ProblemCode.APPEAL_LATE,
            ProblemCode.APPEAL_OVERDUE,
            ProblemCode.IMPLAUSIBLE,
            ProblemCode.UNLIKELY,
            ProblemCode.NOT_COMPARED);

    private final RunReport report;
    private final Texts texts;
    private final Style style;
    private final String folder;
    private final String verifying;
    private final List<String> lines = new ArrayList<>();

    /** More warnings than these stand in problems.csv only. */
    private static final int WARNINGS = 5;

    /**
     * @param folder as a person would type it
     * @param verifying the command that checks it
     */
    Summary(RunReport report, String folder, String verifying, Session session) {
        this.report = report;
        this.folder = folder;
        this.verifying = verifying;
        this.texts = session.texts();
        this.style = session.out();
    }

    List<String> lines() {
        lines.add(title());
        report.beyond().forEach(beyond -> {
            lines.add(style.warning("! " + beyond.text(texts)));
            if (beyond.kind() == Beyond.Kind.LOST_DECISIONS) {
                report.digest().ifPresent(this::lost);
            }
        });
        report.digest().ifPresent(this::notable);
        verdict();
        lines.add("");
        numbers();
        lines.add("");
        files();
        lines.add("");
        nextSteps();
        return lines;
    }

    /** What can hardly be meant, with the line that accepts it; of warnings the first few. */
    private void verdict() {
        report.verdict().open().forEach(finding -> {
            lines.add(style.bad("✗ " + finding.name() + "  " + words().message(finding.problem())));
            lines.add("  " + words().fix(finding.problem()));
        });
        report.verdict()
                .accepted()
                .forEach(one -> lines.add(
                        style.warning("! " + Words.in(texts.language().code()).say(one.said()))));
        report.verdict()
                .idle()
                .forEach(wish -> lines.add(style.warning("! " + texts.say("plausible.idle", "name", wish.name()))));
        List<Finding> warnings = report.verdict().findings().stream()
                .filter(finding -> finding.gravity() == Gravity.WARNING)
                .toList();
        warnings.stream().limit(WARNINGS).forEach(finding -> {
            lines.add(style.warning("! " + finding.name() + "  " + words().message(finding.problem())));
            lines.add(style.faint("  → " + words().fix(finding.problem())));
        });
        if (warnings.size() > WARNINGS) {
            lines.add("  " + texts.say("plausible.more", "count", warnings.size() - WARNINGS));
        }
        if (report.standing() == RunReport.Standing.IMPLAUSIBLE) {
            lines.add(texts.say("plausible.accept"));
            report.verdict().open().stream()
                    .map(Finding::name)
                    .distinct()
                    .forEach(name -> lines.add("  "
                            + texts.say(
                                    "plausible.accept.line",
                                    "job",
                                    report.manifest().job(),
                                    "period",
                                    report.manifest().period(),
                                    "name",
                                    name)));
        }
    }

    private String title() {
        Manifest manifest = report.manifest();
        String key = report.standing().code();
        return style.strong(texts.say(
                "summary." + key,
                "job",
                report.setup().job().name(),
                "period",
                manifest.period(),
                "revision",
                manifest.revision(),
                "edition",
                report.edition(),
                "asOf",
                manifest.asOf()));
    }

    private void numbers() {
        Figures figures = report.figures();
        if (report.isScoring()) {
            people(figures);
        }
        rows(figures);
        if (report.isScoring()) {
            payout(figures);
        }
        int stated =
                report
                        .setup()
                        .job()
                        .controlTotals(Period.parse(report.manifest().period()).orElseThrow())
                        .values()
                        .stream()
                        .mapToInt(ControlTotal::figures)
                        .sum();
        if (stated > 0) {
            row("reconcile", texts.say("summary.reconcile.line", "count", Numbers.count(stated)));
        }
        row("plan", report.manifest().plan());
        report.revised().ifPresent(this::revised);
        report.paid()
                .ifPresent(close -> row(
                        "late",
                        texts.say("summary.paid.line", "asOf", close.asOf(), "revision", "r" + close.revision())));
        report.madeGoodBy().ifPresent(next -> row("late", texts.say("summary.late.line", "next", next)));
    }

    private void people(Figures figures) {
        row(
                "people",
                texts.say(
                        "summary.people.line",
                        "people",
                        Numbers.count(figures.people()),
                        "ranked",
                        Numbers.count(figures.ranked()),
                        "vetoed",
                        Numbers.count(figures.vetoed()),
                        "held",
                        Numbers.count(figures.held()),
                        "interim",
                        Numbers.count(figures.interim()),
                        "exempt",
                        figures.exempt() == 0
                                ? ""
                                : texts.say("summary.people.exempt", "count", Numbers.count(figures.exempt()))));
    }

    private void rows(Figures figures) {
        row(
                "rows",
                texts.say(
                        "summary.rows.line",
                        "read",
                        Numbers.count(figures.rows().read()),
                        "used",
                        Numbers.count(figures.rows().used()),
                        "out",
                        Numbers.count(figures.rows().outOfWindow()),
                        "rejected",
                        Numbers.count(figures.rows().rejected()),
                        "duplicate",
                        Numbers.count(figures.rows().duplicate())));
        report.digest().ifPresent(digest -> digest.reasons().stream()
                .limit(MOST_REASONS)
                .forEach(reason -> row("reason", words().cause(reason, at(reason.first())))));
    }

    /** Rows of one key that differ are one line: it names the others. */
    private void lost(ProblemDigest digest) {
        Set<String> keys = new HashSet<>();
        digest.lost().stream()
                .filter(lost -> lost.code() != ProblemCode.ROW_KEY_CONFLICT || keys.add(lost.value()))
                .forEach(lost -> lines.add(style.bad("  " + at(lost))));
    }

    /** What is wrong besides rejected rows and what a job admits: a few of each kind. */
    private void notable(ProblemDigest digest) {
        for (Notable kind : digest.notable()) {
            if (!SAID_ELSEWHERE.contains(kind.code())) {
                kind.first().stream()
                        .filter(problem -> !digest.lost().contains(problem))
                        .forEach(problem -> {
                            lines.add(style.warning("! " + at(problem)));
                            lines.add(style.faint("  → " + words().fix(problem)));
                        });
                long more = kind.count() - kind.first().size();
                if (more > 0) {
                    lines.add("  "
                            + texts.say(
                                    "summary.more",
                                    "count",
                                    Numbers.count(more),
                                    "code",
                                    kind.code().code()));
                }
            }
        }
    }

    private String at(Problem problem) {
        String where = problem.where().toString();
        return where.isEmpty()
                ? words().message(problem)
                : texts.say("summary.at", "where", where, "message", words().message(problem));
    }

    private void payout(Figures figures) {
        row(
                "payout",
                texts.say(
                        "summary.payout.line",
                        "amount",
                        Numbers.amount(figures.payout()),
                        "currency",
                        report.setup().plan().currency(),
                        "lines",
                        Numbers.count(figures.payable())));
        notPayable("on_hold", figures.onHold(), figures.linesOnHold());
        notPayable("carried", figures.carried(), figures.linesCarried());
    }

    /** What is in the payout and not paid. */
    private void notPayable(String key, String amount, long held) {
        if (held > 0) {
            row(
                    key,
                    texts.say(
                            "summary." + key + ".line",
                            "amount",
                            Numbers.amount(amount),
                            "currency",
                            report.setup().plan().currency(),
                            "lines",
                            Numbers.count(held)));
        }
    }

    /** What this revision changed. */
    private void revised(Revised revised) {
        row(
                "revised",
                texts.say(
                        revised.people() == 0
                                ? "summary.revised.nobody"
                                : revised.next().isPresent() ? "summary.revised.late" : "summary.revised.line",
                        "before",
                        "r" + revised.before(),
                        "people",
                        Numbers.count(revised.people()),
                        "then",
                        Numbers.amount(revised.payBefore().toString()),
                        "now",
                        Numbers.amount(revised.payNow().toString()),
                        "currency",
                        report.setup().plan().currency()));
        if (revised.corrections() > 0) {
            row("corrections", texts.say("summary.corrections.line", "count", Numbers.count(revised.corrections())));
        }
    }

    private void row(String key, String text) {
        lines.add("  " + DisplayWidth.padded(texts.say("summary." + key), labelWidth()) + "  " + text);
    }

    private ProblemWords words() {
        return new ProblemWords(
                report.setup().schemas(),
                report.setup().plan(),
                texts.language().code(),
                true);
    }

    private int labelWidth() {
        return List.of("people", "rows", "reason", "payout", "reconcile", "plan", "revised").stream()
                .mapToInt(key -> DisplayWidth.of(texts.say("summary." + key)))
                .max()
                .orElse(0);
    }

    /** Files in the folder itself one by one, workbooks first; of a folder below how many there are. */
    private void files() {
        lines.add(texts.say("summary.folder", "folder", style.strong(folder)));
        Map<String, Integer> names = new LinkedHashMap<>();
        report.manifest().outputs().stream()
                .map(Manifest.Output::name)
                .sorted(Comparator.comparing((String name) -> !name.endsWith(".xlsx")))
                .forEach(name -> names.merge(name.replaceFirst("/.*", "/"), 1, Integer::sum));
        names.put(Manifest.NAME, 1);
        int width = names.keySet().stream().mapToInt(DisplayWidth::of).max().orElse(0);
        names.forEach(
                (name, count) -> lines.add("  " + DisplayWidth.padded(name, width) + "  " + meaning(name, count)));
    }

    private String meaning(String name, int count) {
        String own = "file." + name;
        String key = texts.has(own)
                ? own
                : "file." + name.replaceFirst("-[^/]*(?=\\.)", "").replaceFirst("/$", "");
        String meaning = texts.has(key)
                ? texts.say(
                        key,
                        "problems",
                        Numbers.count(report.problems().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()))
                : "";
        return name.endsWith("/") ? texts.say("summary.files", "count", Numbers.count(count)) + meaning : meaning;
    }

    private void nextSteps() {
        List<String> steps = new ArrayList<>();
        Figures figures = report.figures();
        if (report.beyond().stream().anyMatch(beyond -> beyond.kind() == Beyond.Kind.UNREADABLE_FILES)) {
            steps.add(texts.say("next.unreadable"));
        }
        if (figures.rows().rejected() > 0) {
            Words words = Words.in(texts.language().code());
            String count = Numbers.count(figures.rows().rejected());
            steps.add(output("rejects-")
                    .map(file -> words.say("remedy.rejected", "count", count, "file", folder + "/" + file))
                    .orElseGet(() -> words.say("remedy.rejected-source", "count", count)));
        }
        if (figures.held() > 0) {
            String count = Numbers.count(figures.held());
            steps.add(output("targets-missing-")
                    .map(file -> texts.say("next.held.targets", "count", count, "file", folder + "/" + file))
                    .orElseGet(() -> texts.say("next.held", "count", count)));
        }
        String last = report.isScoring() ? "next.check" : "next.alerts";
        if (report.standing() == RunReport.Standing.IMPLAUSIBLE) {
            last = "next.implausible";
        } else if (report.standing() == RunReport.Standing.TRIAL) {
            last = "next.trial";
        }
        if (report.paid().isPresent()) {
            last = "next.paid";
        } else if (report.madeGoodBy().isPresent()) {
            last = "next.late";
        }
        steps.add(texts.say(last, "folder", folder, "command", verifying));
        lines.add(texts.say("summary.next"));
        for (int i = 0; i < steps.size(); i++) {
            lines.add("  " + (i + 1) + ". " + steps.get(i));
        }
    }

    /** The file of the edition that begins so; alerts have no workbook in which rejected rows can be corrected. */
    private Optional<String> output(String beginning) {
        return report.manifest().outputs().stream()
                .map(Manifest.Output::name)
                .filter(name -> name.startsWith(beginning))
                .findFirst();
    }
}
