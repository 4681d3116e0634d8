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
final class AgendaPage {

    private final Report report;
    private final List<Spread> spreads;
    private final List<Spread> crowded;
    private final List<TargetProposal> proposals;
    private final List<TrailEntry> trail;

    AgendaPage(Report report, List<Spread> spreads, List<TargetProposal> proposals) {
        this.report = report;
        this.spreads = spreads;
        this.crowded = spreads.stream().filter(Spread::isCrowded).toList();
        this.proposals = proposals;
        this.trail = report.result().trail();
    }

    Sheet sheet() {
        return new Sheet.Page(
                report.say("要看什么", "Agenda"),
                report.say("绩效委员会 ", "Performance committee ")
                        + report.identity().period() + " " + report.identity().edition()
                        + report.say("（", " (") + report.standing() + report.say("）", ")"),
                List.of(report.say(
                        "供绩效委员会使用：哪些指标与目标要看、哪些决定还欠着。含申诉主张与证据，请勿转发；不含金额。",
                        "For the performance committee: which indicators and targets to look at, which decisions are due. Holds"
                                + " claims and evidence of appeals: do not forward. No money.")),
                List.of(agenda(), indicators(), targets()));
    }

    // ------------------------------------------------------------------ what to do

    private Block<?> agenda() {
        List<String> texts = new ArrayList<>();
        overdue(texts);
        pending(texts);
        if (!crowded.isEmpty()) {
            texts.add(report.say(
                    "看 " + crowded.size() + " 个指标（共 " + spreads.size() + " 个）：太多人封顶或为零，见下表与「指标分布」。",
                    "Look at the indicators with too many people at the cap or at zero: " + crowded.size() + " of "
                            + spreads.size() + "; see below and Spread."));
        }
        proposals(texts);
        long inForce = count(Kind.CALIBRATION, State.IN_FORCE);
        if (inForce > 0) {
            texts.add(report.say(
                    "知悉 " + inForce + " 项已生效的校准，见「校准与申诉」。",
                    "Take note of the calibrations in force (" + inForce + "); see Calibrations and appeals."));
        }
        if (texts.isEmpty()) {
            texts.add(report.say("✓ 本期没有要看的指标，也没有欠着的决定。", "✓ No indicator to look at, and no decision is due."));
        }
        List<String> steps = new ArrayList<>();
        texts.forEach(text -> steps.add((steps.size() + 1) + ". " + text));
        return Block.of(report.say("要看的事", "What to look at"), List.of(), List.of(), "")
                .intro(steps.toArray(String[]::new));
    }

    private void proposals(List<String> texts) {
        List<String> idle = new ArrayList<>();
        for (TargetProposal proposal : proposals) {
            String id = proposal.proposal().decisionId();
            if (proposal.moved().isEmpty()) {
                idle.add(id);
            } else {
                texts.add(report.say(
                        "决定提案 " + id + "：若采纳，" + moved(proposal) + "，见「目标提案」。",
                        "Decide on " + id + ": " + moved(proposal) + "; see Proposals."));
            }
        }
        if (!idle.isEmpty()) {
            String ids = String.join(report.say("、", ", "), idle);
            texts.add(report.say(
                    "决定提案 " + ids + "：若采纳，不改变任何人本期的得分，见下表；只用于兑付的目标（如销售额）改变的是提成。",
                    "Decide on " + ids
                            + ": in force, they would change nobody's score of this period; see below. Targets of pay alone, such as sales"
                            + " amounts, move commission."));
        }
    }

    private void overdue(List<String> texts) {
        List<TrailEntry> overdue = trail.stream()
                .filter(entry -> entry.marks().contains(Mark.OVERDUE))
                .toList();
        if (!overdue.isEmpty()) {
            String ids = String.join(
                    report.say("、", ", "), overdue.stream().map(TrailEntry::id).toList());
            texts.add(report.say(
                    "! 马上决定 " + overdue.size() + " 件逾期未决的申诉：" + ids + "。",
                    "! Decide the overdue appeals at once: " + ids + "."));
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
                    "决定 " + pending.size() + " 件待定的申诉"
                            + first.map(day -> "，最早的 " + day + " 前").orElse("") + "。",
                    "Decide the pending appeals (" + pending.size() + ")"
                            + first.map(day -> ", the first by " + day).orElse("") + "."));
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
        return report.say(
                people + " 人得分变化，其中 " + grades + " 人等级或状态变化",
                "it would change the scores of " + people + ", grade or status of " + grades);
    }

    // ------------------------------------------------------------------ what it is about

    private Block<Spread> indicators() {
        List<Column<Spread>> columns = List.of(
                Column.of(
                        "indicator",
                        "指标",
                        "Indicator",
                        Width.fit(22, 34),
                        Format.TEXT,
                        spread -> Datum.text(report.indicator(spread.indicator()))),
                Column.<Spread>of(
                                "look",
                                "结论",
                                "Finding",
                                Width.fit(14, 34),
                                Format.WORD,
                                spread -> Datum.text(Crowding.word(report, spread)))
                        .toned(Crowding::tone),
                Column.number("people", "人数", "People", Format.COUNT, spread -> Datum.whole(spread.people())),
                Column.number(
                        "at_cap", "封顶占比", "At the cap", Format.PERCENT, spread -> Datum.value(spread.shareAtCap())),
                Column.number(
                        "at_zero", "零分占比", "At zero", Format.PERCENT, spread -> Datum.value(spread.shareAtZero())),
                Column.of(
                        "remedy",
                        "可以怎么办",
                        "What may be done",
                        Width.fit(20, 40),
                        Format.TEXT,
                        spread -> Datum.text(Crowding.remedy(report, spread))));
        return Block.of(
                        report.say("要看的指标", "Indicators to look at"),
                        columns,
                        crowded,
                        spreads.isEmpty()
                                ? report.say("本期没有人有指标得分。", "Nobody has points of an indicator in this period.")
                                : report.say("✓ 没有：每个指标都能把人区分开。", "✓ None: every indicator tells people apart."))
                .intro(limits());
    }

    private String limits() {
        return report.plan()
                .insight()
                .flatMap(Insight::committee)
                .map(rule -> report.say(
                        "有得分的人中，封顶的达到 " + percent(rule.atCap()) + "，或零分的达到 " + percent(rule.atZero()) + "。",
                        "Of the people with points at least " + percent(rule.atCap())
                                + " at the curve's highest points, or " + percent(rule.atZero()) + " at zero."))
                .orElse(report.say("方案没有规定界限。", "The plan states no limit."));
    }

    static String percent(Fraction share) {
        return share.times(Fraction.of(100)).plain() + "%";
    }

    private Block<TargetProposal> targets() {
        ProposalWords words = new ProposalWords(report);
        List<Column<TargetProposal>> columns = List.of(
                Column.of(
                        "proposal",
                        "提案",
                        "Proposal",
                        Width.fit(22, 34),
                        Format.TEXT,
                        one -> Datum.text(one.proposal().decisionId() + " " + words.subject(one))),
                Column.of(
                        "indicator",
                        "指标",
                        "Indicator",
                        Width.fit(14, 34),
                        Format.TEXT,
                        one -> Datum.text(words.indicator(one))),
                Column.of(
                        "from",
                        "现目标",
                        "Target now",
                        Width.fit(8, 14),
                        Format.FIGURE,
                        one -> Datum.text(words.standing(one))),
                Column.of(
                        "to",
                        "提议目标",
                        "Proposed",
                        Width.fit(8, 14),
                        Format.FIGURE,
                        one -> Datum.text(words.proposed(one))),
                Column.number(
                        "people",
                        "得分变化人数",
                        "Scores changed",
                        Format.COUNT,
                        one -> Datum.whole(one.moved().size())),
                Column.of(
                        "state",
                        "为什么未生效；理由",
                        "Why not in force; reason",
                        Width.fit(20, 40),
                        Format.TEXT,
                        one -> Datum.text(report.join(words.why(one)))));
        return Block.of(
                        report.say("目标提案", "Proposed targets"),
                        columns,
                        proposals,
                        report.say("没有未生效的目标提案。", "No proposed target is waiting."))
                .intro(report.say(
                        "尚未生效的校准：用同样的数据、换成提议的目标重新计分，看会改变什么；不改变本期结果。",
                        "Calibrations that are not in force: the same data scored again with the proposed target, to see what"
                                + " would change. The period's results stay as they are."));
    }
}
