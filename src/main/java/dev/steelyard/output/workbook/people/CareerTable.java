package dev.steelyard.output.workbook.people;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.insight.people.Career;
import dev.steelyard.engine.insight.people.Career.Channel;
import dev.steelyard.engine.insight.people.Career.Evidence;
import dev.steelyard.engine.insight.people.Career.Missed;
import dev.steelyard.engine.insight.people.Career.Term;
import dev.steelyard.engine.insight.people.Careers;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.said.Said;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.IndicatorLines;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** 双通道: who may be asked to lead, or to be the expert; and who is one condition away from it. */
final class CareerTable {

    /** People one condition away are listed as long as somebody can talk with each of them. */
    private static final int MOST_NEAR = 30;

    private final Report report;
    private final Insight.Careers rule;
    private final Careers careers;

    CareerTable(Report report, Insight.Careers rule) {
        this.report = report;
        this.rule = rule;
        this.careers = Careers.of(
                        report.plan(),
                        report.result().input().registers(),
                        report.result().measurements(),
                        report.result().book(),
                        report.identity().period(),
                        report.result().input().history())
                .orElseThrow();
    }

    Sheet.Table<?> sheet() {
        List<Career> near =
                careers.people().stream().filter(one -> !one.isCandidate()).toList();
        List<Career> shown = near.size() <= MOST_NEAR
                ? careers.people()
                : careers.people().stream().filter(Career::isCandidate).toList();
        Block<Career> block = Block.of(report.ofPeriod("people.career.careers"), columns(), shown, whenEmpty())
                .intro(
                        report.say(
                                "people.career.candidatesEachJobsLast",
                                "periods",
                                rule.periods(),
                                "grade",
                                rule.grade(),
                                "dimension",
                                report.dimension(rule.dimension()),
                                "points",
                                rule.points(),
                                "vetoFreeMonths",
                                rule.vetoFreeMonths()),
                        channels())
                .outro(
                        near.size() <= MOST_NEAR
                                ? List.of()
                                : List.of(report.say("people.career.besidesPeopleMissOne", "near", near.size())));
        return new Sheet.Table<>(report.say("people.career.careers2"), 3, block);
    }

    private String whenEmpty() {
        if (careers.missing() > 0) {
            String there = careers.periods().isEmpty()
                    ? ""
                    : report.say(
                            "word.list",
                            "list",
                            careers.periods().stream()
                                    .map(Period::toString)
                                    .collect(Collectors.joining(report.say("list.separator"))));
            return report.say(
                    "people.career.tooEarlyNeedsClosed",
                    "periods",
                    rule.periods(),
                    "periods2",
                    careers.periods().size(),
                    "there",
                    there,
                    "missing",
                    careers.missing());
        }
        return report.say("people.career.nobodyMeetsConditionsNobody");
    }

    private String channels() {
        List<String> parts = new ArrayList<>();
        rule.management()
                .ifPresent(channel ->
                        parts.add(report.say("people.career.managementPersonsOwnMentees", "asks", asks(channel))));
        rule.expert().ifPresent(channel -> parts.add(report.say("people.career.expert", "asks", asks(channel))));
        return report.say("people.career.list", "list", report.join(parts));
    }

    private String asks(Insight.Careers.Channel channel) {
        return report.say(
                "people.career.eachLeastPoints",
                "list",
                channel.indicators().stream()
                        .map(report::indicator)
                        .collect(Collectors.joining(report.say("list.separator"))),
                "points",
                channel.points());
    }

    // ------------------------------------------------------------------ columns

    private List<Column<Career>> columns() {
        List<Column<Career>> columns = new ArrayList<>();
        columns.add(Column.<Career>word(
                        "standing",
                        report.say("people.career.standing"),
                        Width.fit(10, 14),
                        one -> one.isCandidate()
                                ? report.say("people.career.yesCandidate")
                                : report.say("people.career.oneMissing"))
                .toned(one -> one.isCandidate() ? Tone.BEST : Tone.LOW));
        columns.addAll(Person.columns(report, Career::card));
        columns.add(
                Column.text("channels", report.say("people.career.openChannels"), Width.wrap(18), one -> open(one)));
        columns.add(Column.text("terms", report.say("people.career.closedPeriods"), Width.wrap(26), one -> terms(one)));
        columns.add(
                Column.text("evidence", report.say("people.career.channels"), Width.wrap(56), one -> evidence(one)));
        columns.add(
                Column.text("missing", report.say("people.career.whatMissing"), Width.wrap(30), one -> missing(one)));
        return columns;
    }

    private String open(Career career) {
        return career.open().isEmpty()
                ? report.say("people.career.neitherYet")
                : career.open().stream()
                        .map(channel -> "✓ " + report.say(name(channel)))
                        .collect(Collectors.joining("\n"));
    }

    private static Said name(Channel channel) {
        return Said.of("people.career.channel", channel);
    }

    private String terms(Career career) {
        return career.terms().stream().map(this::term).collect(Collectors.joining("\n"));
    }

    private String term(Term term) {
        return report.say(
                "people.career.periodGradeDimensionMap",
                "period",
                term.period(),
                "grade",
                term.grade().orElse("—"),
                "dimension",
                report.dimension(rule.dimension()),
                "map",
                term.dimension().map(Object::toString).orElse("—"));
    }

    private String evidence(Career career) {
        return career.evidence().stream().map(this::evidence).collect(Collectors.joining("\n"));
    }

    private String evidence(Evidence evidence) {
        Indicator indicator = report.plan().indicators().get(evidence.indicator());
        String figures = evidence.points()
                .map(points -> report.say(
                        "people.career.points",
                        "map",
                        evidence.value()
                                .map(value -> report.say(
                                        "people.career.value",
                                        "value",
                                        IndicatorLines.format(indicator).shown(value.rounded(6))))
                                .orElse(""),
                        "points",
                        points))
                .orElse(report.say("people.career.noData"));
        return report.say(
                "people.career.whatWhat2Figures",
                "what",
                report.say(name(evidence.channel())),
                "what2",
                report.say(indicator.name()),
                "figures",
                figures);
    }

    private String missing(Career career) {
        return report.join(career.missed().stream().map(this::missing).toList());
    }

    private String missing(Missed missed) {
        return missed.period()
                + " "
                + switch (missed.kind()) {
                    case GRADE -> report.say("people.career.gradeBelow", "grade", rule.grade());
                    case DIMENSION -> report.say(
                            "people.career.below",
                            "dimension",
                            report.dimension(rule.dimension()),
                            "points",
                            rule.points());
                };
    }
}
