package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.govern.TrailEntry;
import dev.steelyard.engine.govern.TrailEntry.Change;
import dev.steelyard.engine.govern.TrailEntry.Kind;
import dev.steelyard.engine.govern.TrailEntry.Mark;
import dev.steelyard.engine.govern.TrailEntry.State;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.said.Said;
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
                        report.say(
                                "hr.decision.calibrationsAppeals",
                                "period",
                                report.identity().period()),
                        columns(),
                        report.result().trail(),
                        report.say("hr.decision.thereNoCalibrationsNo"))
                .intro(report.say("hr.decision.whatPendingComesFirst"));
        return new Sheet.Table<>(report.say("hr.decision.calibrationsAppeals2"), 3, block);
    }

    private List<Column<TrailEntry>> columns() {
        return List.of(
                word("kind", report.say("hr.decision.kind"), entry -> report.say(kind(entry.kind()))),
                text("id", report.say("word.id"), Width.fit(5, 16), TrailEntry::id),
                Column.<TrailEntry>of(
                                "state",
                                report.say("word.state"),
                                Width.fit(8, 18),
                                Format.WORD,
                                entry -> Datum.text(report.say(state(entry.state()))))
                        .toned(entry -> tone(entry.state())),
                Column.<TrailEntry>of(
                                "marks",
                                report.say("hr.decision.time"),
                                Width.wrap(12),
                                Format.WORD,
                                entry -> Datum.text(marks(entry)))
                        .toned(entry -> entry.marks().isEmpty() ? Tone.PLAIN : Tone.WORST),
                text("subject", report.say("word.subject"), Width.fit(6, 16), TrailEntry::subject),
                text("name", report.say("word.name"), Width.fit(6, 14), entry -> name(entry.subject())),
                text("concerns", report.say("hr.decision.indicatorEvent"), Width.fit(12, 22), this::concerns),
                day("decide_by", report.say("hr.decision.decide"), TrailEntry::decideBy),
                text("effect", report.say("hr.decision.effect"), Width.fit(8, 18), this::effect),
                text("before", report.say("hr.decision.before"), Width.fit(8, 11), entry -> entry.change()
                        .map(change -> before(entry, change))
                        .orElse("")),
                text("after", report.say("hr.decision.after"), Width.fit(8, 11), entry -> entry.change()
                        .map(change -> after(entry, change))
                        .orElse("")),
                text("reason", report.say("word.reason"), Width.wrap(22), this::reason),
                text("claim", report.say("hr.decision.claim"), Width.wrap(18), TrailEntry::claim),
                text("evidence", report.say("word.evidence"), Width.wrap(12), TrailEntry::evidence),
                text("period", report.say("word.period"), Width.fit(8, 10), entry -> entry.period()
                                .map(Period::toString)
                                .orElse(""))
                        .onScreen(),
                day("submitted", report.say("hr.decision.submitted"), TrailEntry::submitted),
                day("submit_by", report.say("hr.decision.submit"), TrailEntry::submitBy),
                day("decided", report.say("hr.decision.decided"), TrailEntry::decided),
                text("decided_by", report.say("hr.decision.decidedApproved"), Width.wrap(14), this::decidedBy));
    }

    private static Column<TrailEntry> text(String id, String title, Width width, Function<TrailEntry, String> of) {
        return Column.of(id, title, width, Format.TEXT, entry -> Datum.text(of.apply(entry)));
    }

    private static Column<TrailEntry> word(String id, String title, Function<TrailEntry, String> of) {
        return Column.of(id, title, Width.fit(6, 12), Format.WORD, entry -> Datum.text(of.apply(entry)));
    }

    private static Column<TrailEntry> day(String id, String title, Function<TrailEntry, Optional<LocalDate>> of) {
        return Column.of(id, title, Width.fit(11, 11), Format.DAY, entry -> of.apply(entry)
                .map(Datum::day)
                .orElse(Datum.text("")));
    }

    // ------------------------------------------------------------------ words

    static Said kind(Kind kind) {
        return Said.of("hr.decision.kind", kind);
    }

    static Said state(State state) {
        return Said.of("hr.decision.state", state);
    }

    private static Tone tone(State state) {
        return switch (state) {
            case IN_FORCE -> Tone.GOOD;
            case PENDING, WITHOUT_EFFECT -> Tone.LOW;
            case REFUSED -> Tone.WORST;
            case SUPERSEDED, REJECTED -> Tone.PLAIN;
        };
    }

    static Said mark(Mark mark) {
        return Said.of("hr.decision.mark", mark);
    }

    private String marks(TrailEntry entry) {
        return entry.marks().stream()
                .map(mark -> report.say(mark(mark)))
                .collect(Collectors.joining(report.say("list.separator")));
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
        return String.join(report.say("list.separator"), entry.decidedBy());
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
                                        ? report.say(
                                                entry.state() == State.WITHOUT_EFFECT
                                                        ? "decision.unread"
                                                        : "decision.unknown-name")
                                        : entry.kind() == Kind.CALIBRATION
                                                ? report.say("hr.decision.needsReasonDateNew")
                                                : report.say("hr.decision.indicatorEventValueWrong"))
                        .stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    // ------------------------------------------------------------------ before and after

    private String before(TrailEntry entry, Change change) {
        if (change instanceof Change.Value value) {
            return value.before().map(exact -> value(entry, exact)).orElse(report.say("hr.decision.missing"));
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
                .orElse(report.say("word.none"));
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
        return report.say("hr.decision.points", "points", points);
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
