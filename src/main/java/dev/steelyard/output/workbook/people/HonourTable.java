package dev.steelyard.output.workbook.people;

import dev.steelyard.engine.insight.people.Honours;
import dev.steelyard.engine.insight.people.Nomination;
import dev.steelyard.engine.insight.people.Nomination.Award;
import dev.steelyard.engine.insight.people.Nomination.ComplianceStar;
import dev.steelyard.engine.insight.people.Nomination.CustomerReputation;
import dev.steelyard.engine.insight.people.Nomination.InnovationBreakthrough;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Grades;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.IndicatorLines;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** 荣誉: who is proposed for what, and why. */
final class HonourTable {

    private final Report report;
    private final Insight.Honours rule;
    private final Honours honours;

    HonourTable(Report report, Insight.Honours rule) {
        this.report = report;
        this.rule = rule;
        this.honours = Honours.of(
                        report.plan(),
                        report.result().input().registers(),
                        report.result().measurements(),
                        report.result().book())
                .orElseThrow();
    }

    Sheet.Table<?> sheet() {
        Block<Nomination> block = Block.of(
                        report.ofPeriod("people.honour.honours"),
                        columns(),
                        honours.nominations(),
                        report.say("people.honour.nobodyMeetsConditionsAny"))
                .intro(eligible(), criteria())
                .outro(open());
        return new Sheet.Table<>(report.say("people.honour.honours2"), 2, block);
    }

    private List<Column<Nomination>> columns() {
        List<Column<Nomination>> columns = new ArrayList<>();
        columns.add(Column.<Nomination>word(
                        "award",
                        report.say("people.honour.honour"),
                        Width.fit(14, 26),
                        one -> "★ " + report.say(name(one.award())))
                .toned(one -> one.award() == Award.INNOVATION_BREAKTHROUGH ? Tone.BEST : Tone.GOOD));
        columns.addAll(Person.columns(report, Nomination::card));
        columns.add(Column.<Nomination>word("grade", report.say("word.grade"), Width.fit(6, 8), one -> one.card()
                        .grade()
                        .orElse(""))
                .toned(one -> Grades.tone(report.plan(), one.card().grade().orElse(""))));
        columns.add(Column.number(
                "final",
                report.say("word.final"),
                Format.POINTS,
                one -> Datum.points(one.card().pooled().score())));
        columns.add(Column.text("why", report.say("people.honour.why"), Width.wrap(64), one -> why(one)));
        return columns;
    }

    // ------------------------------------------------------------------ words

    static Said name(Award award) {
        return Said.of("people.honour.award", award);
    }

    /** Who may be named, and what becomes of ties. */
    private String eligible() {
        return report.say("people.honour.proposalsHrDecideRanked", "grade", rule.grade())
                + (rule.excludeCapped() ? report.say("people.honour.capped") : "")
                + report.say(rule.tiesByFinal() ? "people.honour.ties.final" : "people.honour.ties.shared");
    }

    private String criteria() {
        List<String> parts = new ArrayList<>();
        rule.complianceStar()
                .ifPresent(star -> parts.add(
                        report.say("people.honour.complianceStarOneRegion", "dimension", dimension(star.dimension()))));
        rule.customerReputation()
                .ifPresent(star -> parts.add(report.say(
                        "people.honour.customerReputationOneRegion",
                        "dimension",
                        dimension(star.dimension()),
                        "answers",
                        star.answers())));
        rule.innovationBreakthrough()
                .ifPresent(star -> parts.add(report.say(
                        "people.honour.innovationBreakthroughOneCompany",
                        "indicator",
                        report.indicator(star.indicator()))));
        return report.say("people.career.list", "list", report.join(parts));
    }

    private String dimension(String id) {
        return report.say("dimension.quoted", "dimension", report.dimension(id));
    }

    private String why(Nomination nomination) {
        long sharing = honours.sharing(nomination);
        return figures(nomination) + (sharing > 1 ? report.say("people.honour.shared", "sharing", sharing) : "");
    }

    private String figures(Nomination nomination) {
        if (nomination instanceof ComplianceStar star) {
            return report.say(
                    "people.honour.noDeductionEnablementBest",
                    "dimension",
                    report.dimension(rule.complianceStar().orElseThrow().dimension()),
                    "dimension2",
                    star.dimension(),
                    "enablement",
                    star.enablement());
        }
        if (nomination instanceof CustomerReputation star) {
            return report.say(
                    "people.honour.answersBestRegion",
                    "dimension",
                    report.dimension(rule.customerReputation().orElseThrow().dimension()),
                    "dimension2",
                    star.dimension(),
                    "answers",
                    star.answers());
        }
        return innovation((InnovationBreakthrough) nomination);
    }

    private String innovation(InnovationBreakthrough star) {
        String reached =
                star.reached().stream().map(String::valueOf).collect(Collectors.joining(report.say("list.separator")));
        String id = rule.innovationBreakthrough().orElseThrow().indicator();
        Indicator indicator = report.plan().indicators().get(id);
        Optional<Fraction> conversion = star.conversion();
        return report.say(
                "people.honour.reachedMilestonePeriodYear",
                "reached",
                reached,
                "held",
                star.held(),
                "what",
                report.say(indicator.name()),
                "map",
                conversion
                        .map(value -> IndicatorLines.format(indicator).shown(value.rounded(6)))
                        .orElse(report.say("people.honour.withoutData")));
    }

    /** Which honours stay open, and why. */
    private List<String> open() {
        List<String> sentences = new ArrayList<>();
        honours.open()
                .forEach((award, regions) ->
                        sentences.add(open(award, String.join(report.say("list.separator"), regions))));
        return sentences;
    }

    private String open(Award award, String regions) {
        return switch (award) {
            case COMPLIANCE_STAR -> report.say("people.honour.noComplianceStarNobody", "regions", regions);
            case CUSTOMER_REPUTATION -> report.say("people.honour.noCustomerReputationNobody", "regions", regions);
            case INNOVATION_BREAKTHROUGH -> Honours.ranksInnovation(
                            report.plan(), report.identity().period())
                    ? report.say("people.honour.noInnovationBreakthroughNobody")
                    : report.say("people.honour.innovationBreakthroughWaitsInnovation");
        };
    }
}
