package dev.steelyard.output.workbook.committee;

import dev.steelyard.engine.govern.TrailEntry;
import dev.steelyard.engine.govern.TrailEntry.Kind;
import dev.steelyard.engine.govern.TrailEntry.Mark;
import dev.steelyard.engine.govern.TrailEntry.State;
import dev.steelyard.engine.insight.committee.Spread;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.run.TriedDecision;
import dev.steelyard.engine.run.TriedDecision.Effect;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** 要看什么: what the committee has to look at, on one page. */
final class CommitteeAgendaPage {

    private final Report report;
    private final List<Spread> spreads;
    private final List<Spread> crowded;
    private final List<TriedDecision> tried;
    private final List<TrailEntry> trail;

    CommitteeAgendaPage(Report report, List<Spread> spreads, List<TriedDecision> tried) {
        this.report = report;
        this.spreads = spreads;
        this.crowded = spreads.stream().filter(Spread::isCrowded).toList();
        this.tried = tried;
        this.trail = report.result().trail();
    }

    Sheet sheet() {
        return new Sheet.Page(
                report.say("committee.agenda.agenda"),
                report.title("committee.agenda.performanceCommittee"),
                List.of(report.say("committee.agenda.performanceCommitteeIndicatorsTargets")),
                List.of(agenda(), tried(), indicators()));
    }

    // ------------------------------------------------------------------ what to do

    private Block<?> agenda() {
        List<String> texts = new ArrayList<>();
        overdue(texts);
        pending(texts);
        if (!crowded.isEmpty()) {
            texts.add(report.say(
                    "committee.agenda.lookIndicatorsTooMany", "crowded", crowded.size(), "spreads", spreads.size()));
        }
        decisions(texts);
        long inForce = count(Kind.CALIBRATION, State.IN_FORCE);
        if (inForce > 0) {
            texts.add(report.say("committee.agenda.takeNoteCalibrationsForce", "inForce", inForce));
        }
        if (texts.isEmpty()) {
            texts.add(report.say("committee.agenda.yesNoIndicatorLook"));
        }
        List<String> steps = new ArrayList<>();
        texts.forEach(text -> steps.add((steps.size() + 1) + ". " + text));
        return Block.of(report.say("committee.agenda.whatLook"), List.of(), List.of(), "")
                .intro(steps.toArray(String[]::new));
    }

    private void decisions(List<String> texts) {
        TriedWords words = new TriedWords(report);
        List<String> idle = new ArrayList<>();
        for (TriedDecision one : tried) {
            if (one.effect().filter(Effect::isNothing).isPresent()) {
                idle.add(words.title(one));
            }
            one.effect()
                    .filter(effect -> !effect.isNothing())
                    .ifPresent(effect -> texts.add(report.say(
                            "committee.agenda.decide",
                            "decision",
                            words.title(one),
                            "subject",
                            words.subject(one),
                            "effect",
                            words.effect(effect))));
        }
        if (!idle.isEmpty()) {
            String ids = String.join(report.say("list.separator"), idle);
            texts.add(report.say("committee.agenda.decideForceTheyWould", "ids", ids));
        }
    }

    private void overdue(List<String> texts) {
        List<TrailEntry> overdue = trail.stream()
                .filter(entry -> entry.marks().contains(Mark.OVERDUE))
                .toList();
        if (!overdue.isEmpty()) {
            String ids = String.join(
                    report.say("list.separator"),
                    overdue.stream().map(TrailEntry::id).toList());
            texts.add(report.say("committee.agenda.decideOverdueAppealsOnce", "overdue", overdue.size(), "ids", ids));
        }
    }

    private void pending(List<String> texts) {
        List<TrailEntry> pending = trail.stream()
                .filter(entry -> entry.kind() == Kind.APPEAL && entry.state() == State.PENDING)
                .filter(entry -> !entry.marks().contains(Mark.OVERDUE))
                .toList();
        if (!pending.isEmpty()) {
            Optional<LocalDate> first =
                    pending.stream().flatMap(entry -> entry.nextDue().stream()).min(LocalDate::compareTo);
            texts.add(report.say(
                    "committee.agenda.decidePendingAppeals",
                    "pending",
                    pending.size(),
                    "first",
                    first.map(day -> report.say("committee.agenda.firstBy", "day", day))
                            .orElse("")));
        }
    }

    private long count(Kind kind, State state) {
        return trail.stream()
                .filter(entry -> entry.kind() == kind && entry.state() == state)
                .count();
    }

    // ------------------------------------------------------------------ what it is about

    private Block<Spread> indicators() {
        List<Column<Spread>> columns = List.of(
                Column.text(
                        "indicator",
                        report.say("word.indicator"),
                        Width.fit(22, 34),
                        spread -> report.indicator(spread.indicator())),
                Column.<Spread>word(
                                "look",
                                report.say("word.finding"),
                                Width.fit(14, 34),
                                spread -> Crowding.word(report, spread))
                        .toned(Crowding::tone),
                Column.count("people", report.say("word.people"), spread -> spread.people()),
                Column.number(
                        "at_cap", report.say("word.cap"), Format.PERCENT, spread -> Datum.value(spread.shareAtCap())),
                Column.number(
                        "at_zero",
                        report.say("word.zero"),
                        Format.PERCENT,
                        spread -> Datum.value(spread.shareAtZero())),
                Column.text(
                        "remedy",
                        report.say("committee.agenda.whatMayDone"),
                        Width.fit(20, 40),
                        spread -> Crowding.remedy(report, spread)));
        return Block.of(
                        report.say("committee.agenda.indicatorsLook"),
                        columns,
                        crowded,
                        spreads.isEmpty()
                                ? report.say("committee.agenda.nobodyPointsIndicatorPeriod")
                                : report.say("committee.agenda.yesNoneEveryIndicator"))
                .intro(limits());
    }

    private String limits() {
        return report.plan()
                .insight()
                .flatMap(Insight::committee)
                .map(rule -> report.say(
                        "committee.agenda.peoplePointsLeastCurves",
                        "percent",
                        percent(rule.atCap()),
                        "percent2",
                        percent(rule.atZero())))
                .orElse(report.say("committee.agenda.planStatesNoLimit"));
    }

    private static String percent(Fraction share) {
        return share.percent();
    }

    private Block<TriedDecision> tried() {
        TriedWords words = new TriedWords(report);
        List<Column<TriedDecision>> columns = List.of(
                Column.text(
                        "decision",
                        report.say("committee.tried.decision"),
                        Width.fit(18, 30),
                        one -> words.title(one) + " " + words.subject(one)),
                Column.text("change", report.say("committee.tried.change"), Width.fit(14, 34), words::what),
                count("scores", "committee.agenda.scoresChanged", Effect::scores),
                count("grades", "committee.tried.gradesChanged", Effect::grades),
                count("ranks", "committee.tried.ranksChanged", Effect::ranks),
                Column.text(
                        "state",
                        report.say("committee.agenda.whyNotForceReason"),
                        Width.fit(20, 40),
                        one -> report.join(words.why(one))),
                Column.number("money", report.say("committee.tried.money"), Format.MONEY, one -> one.effect()
                        .map(effect -> Datum.money(effect.money()))
                        .orElse(Datum.NONE)));
        return Block.of(
                        report.say("committee.tried.whatTheyWouldDo"),
                        columns,
                        tried,
                        report.say("word.noProposedTargetWaiting"))
                .intro(intro().toArray(String[]::new));
    }

    private List<String> intro() {
        List<String> intro = new ArrayList<>();
        intro.add(report.say(
                "committee.agenda.calibrationsNotForceSame",
                "currency",
                report.plan().currency()));
        if (report.result().input().past().closed()) {
            intro.add(report.say("committee.tried.closed"));
        }
        return intro;
    }

    private Column<TriedDecision> count(String id, String title, ToLongFunction<Effect> of) {
        return Column.number(id, report.say(title), Format.COUNT, one -> one.effect()
                .map(effect -> Datum.whole(of.applyAsLong(effect)))
                .orElse(Datum.NONE));
    }
}
