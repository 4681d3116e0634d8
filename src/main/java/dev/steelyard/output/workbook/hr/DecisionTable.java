package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.govern.TrailEntry;
import dev.steelyard.engine.govern.TrailEntry.Change;
import dev.steelyard.engine.govern.TrailEntry.Kind;
import dev.steelyard.engine.govern.TrailEntry.Mark;
import dev.steelyard.engine.govern.TrailEntry.State;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 校准与申诉: every decision that concerns the period, with what it changed; what waits for somebody comes first. */
public final class DecisionTable {

    private final Report report;

    public DecisionTable(Report report) {
        this.report = report;
    }

    public Sheet sheet() {
        Block<TrailEntry> block = Block.of(
                        report.say("校准与申诉 ", "Calibrations and appeals ")
                                + report.identity().period(),
                        columns(),
                        report.result().trail(),
                        report.say("本期没有委员会校准，也没有申诉。", "There are no calibrations and no appeals for this period."))
                .intro(report.say(
                        "未决的在最前，按决定截止日排列。期限按工作日计，公布与提交当日不计；逾期只作标记，成立的申诉照常生效。含主张与证据，仅供人力资源与委员会使用。",
                        "What is pending comes first, by the day by which it is to be decided. Deadlines are in working days, the"
                                + " days of publication and submission not counted; what is late is marked and takes effect all"
                                + " the same. Holds claims and evidence: for HR and the committee only."));
        return new Sheet.Table<>(report.say("校准与申诉", "Calibrations and appeals"), 3, block);
    }

    private List<Column<TrailEntry>> columns() {
        return List.of(
                word("kind", "类别", "Kind", entry -> report.say(kind(entry.kind()))),
                text("id", "编号", "Id", Width.fit(5, 16), TrailEntry::id),
                Column.<TrailEntry>of(
                                "state",
                                "状态",
                                "State",
                                Width.fit(8, 18),
                                Format.WORD,
                                entry -> Datum.text(report.say(state(entry.state()))))
                        .toned(entry -> tone(entry.state())),
                Column.<TrailEntry>of(
                                "marks",
                                "期限",
                                "In time",
                                Width.wrap(12),
                                Format.WORD,
                                entry -> Datum.text(marks(entry)))
                        .toned(entry -> entry.marks().isEmpty() ? Tone.PLAIN : Tone.WORST),
                text("subject", "对象", "Subject", Width.fit(6, 16), TrailEntry::subject),
                text("name", "姓名", "Name", Width.fit(6, 14), entry -> name(entry.subject())),
                text("concerns", "指标或事件", "Indicator or event", Width.fit(12, 22), this::concerns),
                day("decide_by", "决定截止", "Decide by", TrailEntry::decideBy),
                text("effect", "效果", "Effect", Width.fit(8, 18), this::effect),
                text("before", "变更前", "Before", Width.fit(8, 11), entry -> entry.change()
                        .map(change -> before(entry, change))
                        .orElse("")),
                text("after", "变更后", "After", Width.fit(8, 11), entry -> entry.change()
                        .map(change -> after(entry, change))
                        .orElse("")),
                text("reason", "理由", "Reason", Width.wrap(22), this::reason),
                text("claim", "主张", "Claim", Width.wrap(18), TrailEntry::claim),
                text("evidence", "证据", "Evidence", Width.wrap(12), TrailEntry::evidence),
                text("period", "周期", "Period", Width.fit(8, 10), entry -> entry.period()
                                .map(Period::toString)
                                .orElse(""))
                        .onScreen(),
                day("submitted", "提交日", "Submitted", TrailEntry::submitted),
                day("submit_by", "提交截止", "Submit by", TrailEntry::submitBy),
                day("decided", "决定日", "Decided", TrailEntry::decided),
                text("decided_by", "决定人或批准人", "Decided or approved by", Width.wrap(14), this::decidedBy));
    }

    private static Column<TrailEntry> text(
            String id, String zh, String en, Width width, Function<TrailEntry, String> of) {
        return Column.of(id, zh, en, width, Format.TEXT, entry -> Datum.text(of.apply(entry)));
    }

    private static Column<TrailEntry> word(String id, String zh, String en, Function<TrailEntry, String> of) {
        return Column.of(id, zh, en, Width.fit(6, 12), Format.WORD, entry -> Datum.text(of.apply(entry)));
    }

    private static Column<TrailEntry> day(
            String id, String zh, String en, Function<TrailEntry, Optional<LocalDate>> of) {
        return Column.of(id, zh, en, Width.fit(11, 11), Format.DAY, entry -> of.apply(entry)
                .map(Datum::day)
                .orElse(Datum.text("")));
    }

    // ------------------------------------------------------------------ words

    static Name kind(Kind kind) {
        return switch (kind) {
            case APPEAL -> new Name("申诉", "Appeal");
            case CALIBRATION -> new Name("校准", "Calibration");
        };
    }

    static Name state(State state) {
        return switch (state) {
            case PENDING -> new Name("待定", "pending");
            case IN_FORCE -> new Name("✓ 已生效", "✓ in force");
            case WITHOUT_EFFECT -> new Name("! 未能生效", "! no effect");
            case SUPERSEDED -> new Name("已被取代", "superseded");
            case REJECTED -> new Name("驳回", "rejected");
            case REFUSED -> new Name("× 不予采纳", "× refused");
        };
    }

    private static Tone tone(State state) {
        return switch (state) {
            case IN_FORCE -> Tone.GOOD;
            case PENDING, WITHOUT_EFFECT -> Tone.LOW;
            case REFUSED -> Tone.WORST;
            case SUPERSEDED, REJECTED -> Tone.PLAIN;
        };
    }

    static Name mark(Mark mark) {
        return switch (mark) {
            case LATE -> new Name("! 逾期提交", "! submitted late");
            case OVERDUE -> new Name("! 逾期未决", "! overdue");
            case DECIDED_LATE -> new Name("! 逾期决定", "! decided late");
            case AFTER_RESULTS -> new Name("! 结果公布后决定", "! decided after results");
        };
    }

    private String marks(TrailEntry entry) {
        return entry.marks().stream()
                .map(mark -> report.say(mark(mark)))
                .collect(Collectors.joining(report.say("、", ", ")));
    }

    private String name(String subject) {
        return report.result()
                .input()
                .registers()
                .roster()
                .find(subject)
                .map(Employee::name)
                .orElse("");
    }

    private String concerns(TrailEntry entry) {
        return report.indicator(entry.concerns());
    }

    private String decidedBy(TrailEntry entry) {
        return String.join(report.say("、", ", "), entry.decidedBy());
    }

    private String effect(TrailEntry entry) {
        return entry.effect().isEmpty() ? "" : report.choice("appeals", "effect", entry.effect());
    }

    private String reason(TrailEntry entry) {
        return entry.note().isEmpty()
                ? entry.reason()
                : report.join(List.of(
                                entry.reason(),
                                entry.kind() == Kind.CALIBRATION
                                                && (entry.state() == State.WITHOUT_EFFECT
                                                        || entry.note().startsWith("no indicator"))
                                        ? report.sentence(
                                                entry.state() == State.WITHOUT_EFFECT
                                                        ? "decision.unread"
                                                        : "decision.unknown-name")
                                        : entry.kind() == Kind.CALIBRATION
                                                ? report.say(
                                                        "需要理由、决定日期、新目标与至少两名不同的批准人",
                                                        "needs a reason, a date, a new target and two different approvers")
                                                : report.say("指标、事件或数值填写有误", "its indicator, event or value is wrong"))
                        .stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    // ------------------------------------------------------------------ before and after

    private String before(TrailEntry entry, Change change) {
        if (change instanceof Change.Value value) {
            return value.before().map(exact -> value(entry, exact)).orElse(report.say("缺失", "missing"));
        }
        if (change instanceof Change.Score score) {
            return points(score.before().toString());
        }
        if (change instanceof Change.Event event) {
            return report.choice("compliance_events", "status", event.before());
        }
        return ((Change.Target) change)
                .before()
                .map(exact -> value(entry, exact))
                .orElse(report.say("无", "none"));
    }

    private String after(TrailEntry entry, Change change) {
        if (change instanceof Change.Value value) {
            return value(entry, value.after());
        }
        if (change instanceof Change.Score score) {
            return points(score.after().toString());
        }
        if (change instanceof Change.Event event) {
            return report.choice("compliance_events", "status", event.after());
        }
        return value(entry, ((Change.Target) change).after());
    }

    private String points(String points) {
        return points + report.say(" 分", " points");
    }

    /** As percent where the indicator is one; a target of an attainment is an amount. */
    private String value(TrailEntry entry, Fraction exact) {
        boolean percent = entry.concerns().equals(report.plan().teamPool().target())
                || entry.kind() == Kind.APPEAL
                        && Optional.ofNullable(report.plan().indicators().get(entry.concerns()))
                                .filter(indicator -> indicator.unit() == Indicator.Unit.PERCENT)
                                .isPresent();
        return percent
                ? exact.times(Fraction.of(100)).rounded(2).toPlainString() + "%"
                : exact.rounded(4).stripTrailingZeros().toPlainString();
    }
}
