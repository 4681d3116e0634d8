package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.govern.TrailEntry;
import dev.steelyard.engine.govern.TrailEntry.Change;
import dev.steelyard.engine.govern.TrailEntry.Kind;
import dev.steelyard.engine.govern.TrailEntry.Mark;
import dev.steelyard.engine.govern.TrailEntry.State;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 校准与申诉: a card for every decision that concerns the period, with what it changed; what waits for somebody comes first. */
public record DecisionTable(Report report) {

    public Sheet sheet() {
        Block<TrailEntry> block = Block.of(
                        report.ofPeriod("hr.decision.calibrationsAppeals"),
                        columns(),
                        report.result().trail(),
                        report.say("hr.decision.thereNoCalibrationsNo"))
                .intro(report.say("hr.decision.whatPendingComesFirst"));
        return new Sheet.Table<>(report.say("hr.decision.calibrationsAppeals2"), 3, block);
    }

    private List<Column<TrailEntry>> columns() {
        return List.of(
                Column.text(
                        "id",
                        report.say("word.id"),
                        Width.wrap(12),
                        entry -> report.say(kind(entry.kind())) + " " + entry.id()),
                Column.<TrailEntry>word(
                                "state",
                                report.say("word.state"),
                                Width.fit(8, 18),
                                entry -> report.say(state(entry.state())))
                        .toned(entry -> tone(entry.state())),
                Column.<TrailEntry>word("marks", report.say("hr.decision.time"), Width.wrap(13), entry -> marks(entry))
                        .toned(entry -> entry.marks().isEmpty() ? Tone.PLAIN : Tone.WORST),
                Column.text("subject", report.say("word.subject"), Width.wrap(14), entry -> (name(entry.subject()) + " "
                                + entry.subject())
                        .strip()),
                Column.text(
                        "card",
                        report.say("hr.decision.card"),
                        Width.wrap(74),
                        entry -> String.join("\n", card(entry))));
    }

    /** What it is about and changed, why, what was claimed, and when who did what. */
    private List<String> card(TrailEntry entry) {
        List<String> lines = new ArrayList<>();
        lines.add(about(entry)
                + entry.change()
                        .map(change -> report.say(
                                "hr.decision.change", "before", before(entry, change), "after", after(entry, change)))
                        .orElse("")
                + (entry.effect().isEmpty() ? "" : report.say("hr.decision.effect", "effect", effect(entry))));
        add("hr.decision.reason", reason(entry), lines);
        add("hr.decision.claim", entry.claim(), lines);
        add("hr.decision.evidence", entry.evidence(), lines);
        String days = report.join(Stream.of(
                        day("hr.decision.submitted", entry.submitted()),
                        day("hr.decision.submit", entry.submitBy()),
                        day("hr.decision.decided", entry.decided()),
                        day("hr.decision.decide", entry.decideBy()),
                        Optional.of(entry.decidedBy())
                                .filter(names -> !names.isEmpty())
                                .map(names -> report.say("hr.decision.decidedApproved", "names", names)))
                .flatMap(Optional::stream)
                .toList());
        if (!days.isEmpty()) {
            lines.add(days);
        }
        return lines;
    }

    private void add(String key, String text, List<String> lines) {
        if (!text.isEmpty()) {
            lines.add(report.say(key, "text", text));
        }
    }

    private Optional<String> day(String key, Optional<LocalDate> day) {
        return day.map(date -> report.say(key, "day", date));
    }

    private String about(TrailEntry entry) {
        String indicator = report.indicator(entry.concerns());
        return entry.period().map(period -> indicator + " " + period).orElse(indicator);
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

    private String effect(TrailEntry entry) {
        return report.choice("appeals", "effect", entry.effect());
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
