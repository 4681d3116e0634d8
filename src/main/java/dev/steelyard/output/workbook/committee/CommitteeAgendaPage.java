package dev.steelyard.output.workbook.committee;

import dev.steelyard.engine.govern.TrailEntry;
import dev.steelyard.engine.govern.TrailEntry.Kind;
import dev.steelyard.engine.govern.TrailEntry.Mark;
import dev.steelyard.engine.govern.TrailEntry.State;
import dev.steelyard.engine.insight.committee.Spread;
import dev.steelyard.engine.insight.committee.TargetProposal;
import dev.steelyard.engine.plan.Insight;
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

/** 要看什么: what the committee has to look at, on one page. */
final class CommitteeAgendaPage {

    private final Report report;
    private final List<Spread> spreads;
    private final List<Spread> crowded;
    private final List<TargetProposal> proposals;
    private final List<TrailEntry> trail;

    CommitteeAgendaPage(Report report, List<Spread> spreads, List<TargetProposal> proposals) {
        this.report = report;
        this.spreads = spreads;
        this.crowded = spreads.stream().filter(Spread::isCrowded).toList();
        this.proposals = proposals;
        this.trail = report.result().trail();
    }

    Sheet sheet() {
        return new Sheet.Page(
                report.say("committee.agenda.agenda"),
                report.title("committee.agenda.performanceCommittee"),
                List.of(report.say("committee.agenda.performanceCommitteeIndicatorsTargets")),
                List.of(agenda(), indicators(), targets()));
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
        proposals(texts);
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

    private void proposals(List<String> texts) {
        List<String> idle = new ArrayList<>();
        for (TargetProposal proposal : proposals) {
            String id = proposal.proposal().decisionId();
            if (proposal.moved().isEmpty()) {
                idle.add(id);
            } else {
                texts.add(report.say("committee.agenda.decideSeeProposals", "id", id, "moved", moved(proposal)));
            }
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

    private String moved(TargetProposal proposal) {
        long grades = proposal.moved().stream()
                .filter(TargetProposal.Moved::changesGrade)
                .count();
        int people = proposal.moved().size();
        return report.say("committee.agenda.wouldChangeScoresGrade", "people", people, "grades", grades);
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

    static String percent(Fraction share) {
        return share.percent();
    }

    private Block<TargetProposal> targets() {
        ProposalWords words = new ProposalWords(report);
        List<Column<TargetProposal>> columns = List.of(
                Column.text(
                        "proposal",
                        report.say("word.proposal"),
                        Width.fit(22, 34),
                        one -> one.proposal().decisionId() + " " + words.subject(one)),
                Column.text("indicator", report.say("word.indicator"), Width.fit(14, 34), one -> words.indicator(one)),
                Column.of(
                        "from",
                        report.say("committee.agenda.targetNow"),
                        Width.fit(8, 14),
                        Format.FIGURE,
                        one -> Datum.text(words.standing(one))),
                Column.of(
                        "to",
                        report.say("committee.agenda.proposed"),
                        Width.fit(8, 14),
                        Format.FIGURE,
                        one -> Datum.text(words.proposed(one))),
                Column.count("people", report.say("committee.agenda.scoresChanged"), one -> one.moved()
                        .size()),
                Column.text(
                        "state",
                        report.say("committee.agenda.whyNotForceReason"),
                        Width.fit(20, 40),
                        one -> report.join(words.why(one))));
        return Block.of(
                        report.say("committee.agenda.proposedTargets"),
                        columns,
                        proposals,
                        report.say("word.noProposedTargetWaiting"))
                .intro(report.say("committee.agenda.calibrationsNotForceSame"));
    }
}
