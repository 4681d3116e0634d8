package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.words.PlanWords;
import java.util.List;
import java.util.Map;

/** What managers, HR and the committee are shown besides scores, in words. */
record InsightText(Plan plan, PlanWords words, TextLines lines) {

    private static final String AT = "insight.";

    void write() {
        plan.insight().ifPresent(this::write);
    }

    private void write(Insight insight) {
        item(
                "look_back",
                words.say("plan.insight.looksBack"),
                words.say("plan.insight.periods", "lookBack", insight.lookBack()));
        insight.lowPotential().ifPresent(this::lowPotential);
        insight.falling()
                .ifPresent(rule -> item(
                        "falling",
                        words.say("plan.insight.alertFall"),
                        words.say(
                                "plan.insight.pointsMoreBelowPeriod",
                                "dimension",
                                dimension(rule.dimension()),
                                "points",
                                points(rule.points()))));
        insight.interviews().ifPresent(this::interviews);
        insight.behaviour().ifPresent(this::behaviour);
        insight.honours().ifPresent(this::honours);
        insight.careers().ifPresent(this::careers);
        insight.sharing()
                .ifPresent(rule -> item(
                        "sharing",
                        words.say("plan.insight.experienceSharing"),
                        words.say("plan.insight.teamsWhoseMeans", "least", least(rule.dimensions()))));
        insight.peerFeedback()
                .ifPresent(rule -> item(
                        "peer_feedback",
                        words.say("plan.insight.peerFeedback"),
                        words.say("plan.insight.textsShownFromAnswers", "least", rule.least())));
        insight.committee()
                .ifPresent(rule -> item(
                        "committee",
                        words.say("plan.insight.committee"),
                        words.say(
                                "plan.insight.flagsIndicatorsMoreCap",
                                "percent",
                                rule.atCap().percent(),
                                "percent2",
                                rule.atZero().percent())));
        insight.mentors()
                .ifPresent(rule -> item(
                        "mentors",
                        words.say("plan.insight.mentors"),
                        words.say("plan.insight.mentors.hired", "months", rule.months())));
    }

    private void lowPotential(Insight.LowPotential rule) {
        String low = words.coded("customers", "potential", List.of(rule.potential()));
        String instead = words.coded("customers", "potential", List.of(rule.instead()));
        item(
                "low_potential",
                words.say("plan.insight.alertLowPotential"),
                words.say(
                        "plan.insight.visitsMoreMoreThem",
                        "visits",
                        rule.visits(),
                        "percent",
                        rule.share().percent(),
                        "low",
                        low,
                        "instead",
                        instead,
                        "customers",
                        rule.customers()));
    }

    private void interviews(Insight.Interviews rule) {
        item(
                "interviews",
                words.say("plan.insight.interviews"),
                words.say("plan.insight.gapsCostMostPoints", "gaps", rule.gaps(), "names", names(rule.causes())));
        // A name counts as changed in either language.
        for (int i = 0; i < rule.causes().size(); i++) {
            Name cause = rule.causes().get(i);
            lines.unprinted(
                    AT + "interviews.causes." + i, words.say("plan.insight.cause"), cause.zh() + " / " + cause.en());
        }
    }

    private void behaviour(Insight.Behaviour rule) {
        String minutes = words.column(rule.dataset(), rule.effective());
        String by = words.column(rule.dataset(), rule.by());
        String at = words.column(rule.dataset(), rule.at());
        String indicators =
                words.list(rule.indicators().stream().map(this::indicator).toList());
        item(
                "behaviour",
                words.say("plan.insight.behaviourHeatMap"),
                words.say(
                        "plan.insight.visitsWeekdayHourBeside",
                        "dataset",
                        words.dataset(rule.dataset()),
                        "minutes",
                        minutes,
                        "by",
                        by,
                        "column",
                        words.column(rule.dataset(), rule.minutes()),
                        "at",
                        at,
                        "indicators",
                        indicators));
    }

    private void honours(Insight.Honours rule) {
        item(
                "honours.grade",
                words.say("plan.insight.honours"),
                words.say("plan.insight.gradeBetterNotVetoed", "grade", rule.grade()));
        if (rule.excludeCapped()) {
            item(
                    "honours.exclude_capped",
                    words.say("plan.insight.honours.capped"),
                    words.say("plan.insight.honours.excluded"));
        }
        if (rule.tiesByFinal()) {
            item(
                    "honours.ties_by_final",
                    words.say("plan.insight.honours.ties"),
                    words.say("plan.insight.honours.byFinal"));
        }
        rule.complianceStar()
                .ifPresent(star -> item(
                        "honours.compliance_star",
                        words.say("plan.insight.complianceStar"),
                        words.say("plan.insight.bestWithoutDeductionThen", "dimension", dimension(star.dimension()))));
        rule.customerReputation()
                .ifPresent(star -> item(
                        "honours.customer_reputation",
                        words.say("plan.insight.customerReputation"),
                        words.say(
                                "plan.insight.bestAnswersMoreOne",
                                "dimension",
                                dimension(star.dimension()),
                                "indicator",
                                indicator(star.survey()),
                                "answers",
                                star.answers())));
        rule.innovationBreakthrough()
                .ifPresent(star -> item(
                        "honours.innovation_breakthrough",
                        words.say("plan.insight.innovationBreakthrough"),
                        words.say("plan.insight.mostMilestonesThenBest", "indicator", indicator(star.indicator()))));
    }

    private void careers(Insight.Careers rule) {
        item(
                "careers",
                words.say("plan.insight.careers"),
                words.say(
                        "plan.insight.lastClosedPeriodsGrade",
                        "periods",
                        rule.periods(),
                        "grade",
                        rule.grade(),
                        "dimension",
                        dimension(rule.dimension()),
                        "points",
                        points(rule.points()),
                        "vetoFreeMonths",
                        rule.vetoFreeMonths()));
        rule.management()
                .ifPresent(
                        channel -> channel("careers.management", words.say("plan.insight.managementChannel"), channel));
        rule.expert().ifPresent(channel -> channel("careers.expert", words.say("plan.insight.expertChannel"), channel));
    }

    private void channel(String path, String label, Insight.Careers.Channel channel) {
        String indicators =
                words.list(channel.indicators().stream().map(this::indicator).toList());
        item(
                path,
                label,
                words.say("plan.insight.channel", "indicators", indicators, "points", points(channel.points())));
    }

    private void item(String path, String label, String text) {
        lines.item(AT + path, label, text);
    }

    private String dimension(String id) {
        return plan.dimensions().containsKey(id) ? words.name(plan.dimensions().get(id)) : id;
    }

    private String indicator(String id) {
        return plan.indicators().containsKey(id)
                ? words.name(plan.indicators().get(id).name())
                : id;
    }

    private static String points(Points points) {
        return points.exact().plain();
    }

    private String names(List<Name> names) {
        return words.list(names.stream().map(words::name).toList());
    }

    private String least(Map<String, Points> dimensions) {
        return words.list(dimensions.entrySet().stream()
                .map(one -> dimension(one.getKey()) + " ≥ " + points(one.getValue()))
                .toList());
    }
}
