package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.words.PlanWords;
import java.util.ArrayList;
import java.util.List;

/** The rules around the points, the team pool and the grades in words. */
record RuleText(Plan plan, PlanWords words, TextLines lines) {

    void write() {
        lines.section(words.say("plan.rule.rules"));
        compliance(plan.rules().compliance());
        for (int i = 0; i < plan.rules().milestones().size(); i++) {
            milestone("rules.milestones." + i, plan.rules().milestones().get(i));
        }
        for (int i = 0; i < plan.rules().explorations().size(); i++) {
            exploration("rules.explorations." + i, plan.rules().explorations().get(i));
        }
        for (int i = 0; i < plan.rules().pointsCaps().size(); i++) {
            pointsCap("rules.points_caps." + i, plan.rules().pointsCaps().get(i));
        }
        plan.rules().certification().ifPresent(this::certification);
        teamPool(plan.teamPool());
        lines.section(words.say("plan.rule.gradesPrintedFinal"));
        for (int i = 0; i < plan.grades().size(); i++) {
            Plan.Grade grade = plan.grades().get(i);
            lines.item(
                    "grades." + i,
                    words.say("plan.rule.grade", "grade", grade.grade()),
                    words.say("plan.rule.from", "points", points(grade.from())));
        }
        appeals(plan.appeals().orElse(Plan.Appeals.USUAL));
        absence(plan.absence(), plan.prorated());
        lines.item(
                "returns.within_months",
                words.say("plan.returns"),
                words.say("plan.returns.within", "months", plan.takenBack().withinMonths()));
        plan.recovery().ifPresent(recovery -> {
            lines.item(
                    "recovery.most",
                    words.say("plan.recovery"),
                    words.say("plan.recovery.most", "share", recovery.most().percent()));
            recovery.floor()
                    .forEach((region, floor) -> lines.item(
                            "recovery.floor." + region,
                            words.say("plan.recovery"),
                            words.say("plan.recovery.floor", "region", region, "amount", floor.plain())));
        });
        plan.recovery().flatMap(Plan.Recovery::settled).ifPresent(name -> {
            lines.item(
                    "recovery.settled",
                    words.say("plan.recovery"),
                    words.say("plan.recovery.settled", "name", words.name(name)));
            named("recovery.settled.name", name);
        });
        plan.adjustments().forEach((id, name) -> {
            lines.item("adjustments." + id, words.say("plan.adjustment"), words.name(name));
            named("adjustments." + id + ".name", name);
        });
    }

    private void absence(Plan.Leave leave, Plan.Proration proration) {
        lines.section(words.say("plan.absence"));
        lines.item(
                "leave.exempting",
                words.say("plan.absence.exempt"),
                words.say("plan.absence.exempting", "kinds", kinds(leave.exempting())));
        lines.item(
                "leave.shared",
                words.say("plan.absence.share"),
                words.say("plan.absence.shared", "kinds", kinds(leave.shared())));
        lines.item(
                "proration",
                words.say("plan.proration"),
                words.say(proration.targets() ? "plan.proration.yes" : "plan.proration.no"));
        if (!proration.ramp().isEmpty()) {
            lines.item(
                    "proration.ramp",
                    words.say("plan.ramp"),
                    words.say(
                            "plan.proration.ramp",
                            "steps",
                            proration.ramp().stream()
                                    .map(step -> step.percent())
                                    .toList()));
        }
    }

    private String kinds(List<String> kinds) {
        return words.coded("leave", "kind", kinds);
    }

    private void appeals(Plan.Appeals appeals) {
        lines.section(words.say("plan.rule.appeals"));
        lines.item(
                "appeals.submit_within",
                words.say("plan.rule.submission"),
                words.say("plan.rule.withinWorkingDaysPublication", "submitWithin", appeals.submitWithin()));
        lines.item(
                "appeals.decide_within",
                words.say("plan.rule.decision"),
                words.say("plan.rule.withinWorkingDaysSubmission", "decideWithin", appeals.decideWithin()));
    }

    private static String plain(Points points) {
        return points.exact().plain();
    }

    private String points(Points points) {
        return words.say("plan.rule.points", "value", plain(points));
    }

    private String dimension(String id) {
        return plan.dimensions().containsKey(id) ? words.name(plan.dimensions().get(id)) : id;
    }

    private String tracks(List<String> tracks) {
        return words.list(tracks.stream()
                .map(track -> plan.tracks().containsKey(track)
                        ? words.name(plan.tracks().get(track).name())
                        : track)
                .toList());
    }

    private Indicator indicator(String id) {
        return plan.indicators().get(id);
    }

    private void compliance(Rules.Compliance rule) {
        lines.heading(words.say("plan.rule.complianceEvents", "dimension", dimension(rule.dimension())));
        String path = "rules.compliance";
        lines.unprinted(path + ".dimension", words.say("plan.rule.dimension"), dimension(rule.dimension()));
        Rules.Veto veto = rule.veto();
        String severities = words.coded("compliance_events", "severity", veto.severities());
        String kinds = words.coded("compliance_events", "kind", veto.kinds());
        lines.item(
                path + ".veto",
                words.say("word.veto"),
                words.say(
                        "plan.rule.verifiedSeverityKindGrade",
                        "severities",
                        severities,
                        "kinds",
                        kinds,
                        "grade",
                        veto.grade()));
        rule.deductions()
                .forEach((severity, points) -> lines.item(
                        path + ".deductions." + severity,
                        words.say("plan.rule.deduction"),
                        words.say(
                                "plan.rule.codedPoints",
                                "coded",
                                words.coded("compliance_events", "severity", List.of(severity)),
                                "points",
                                points(points))));
        for (int i = 0; i < rule.caps().size(); i++) {
            Rules.GradeCap cap = rule.caps().get(i);
            lines.item(
                    path + ".caps." + i,
                    words.say("plan.rule.gradeCap"),
                    words.say(
                            "plan.rule.deductionsLeastBest", "points", points(cap.deductions()), "grade", cap.grade()));
        }
        for (int i = 0; i < rule.enablement().size(); i++) {
            Rules.Enablement enablement = rule.enablement().get(i);
            lines.item(
                    path + ".enablement." + i,
                    words.say("plan.rule.enablement"),
                    words.say(
                            "plan.rule.nameFactsPoints",
                            "name",
                            words.name(enablement.name()),
                            "facts",
                            words.facts(enablement.of()),
                            "points",
                            points(enablement.points())));
            named(path + ".enablement." + i + ".name", enablement.name());
        }
        lines.item(
                path + ".enablement_at_most",
                words.say("plan.rule.enablementLimit"),
                words.say("plan.rule.most", "points", points(rule.enablementAtMost())));
        lines.item(
                path + ".ceiling",
                words.say("plan.rule.ceiling"),
                words.say(
                        "plan.rule.enablementMost",
                        "dimension",
                        dimension(rule.dimension()),
                        "points",
                        points(rule.ceiling())));
    }

    private void milestone(String path, Rules.Milestone milestone) {
        lines.heading(words.say(
                "plan.rule.nameTracks", "name", words.name(milestone.name()), "tracks", tracks(milestone.tracks())));
        named(path + ".name", milestone.name());
        lines.unprinted(path + ".tracks", words.say("word.tracks"), tracks(milestone.tracks()));
        lines.item(
                path + ".of",
                words.say("plan.rule.counts"),
                words.say("plan.rule.yearDate", "facts", words.facts(milestone.of())));
        for (int i = 0; i < milestone.steps().size(); i++) {
            Rules.Milestone.Step step = milestone.steps().get(i);
            lines.item(
                    path + ".steps." + i,
                    words.say("plan.rule.reaching"),
                    words.say("plan.rule.insteadLowerSteps", "step", step.count(), "points", points(step.points())));
        }
    }

    private void exploration(String path, Rules.Exploration rule) {
        lines.heading(
                words.say("plan.rule.nameTracks", "name", words.name(rule.name()), "tracks", tracks(rule.tracks())));
        String since = words.column("employees", rule.since());
        named(path + ".name", rule.name());
        lines.unprinted(path + ".tracks", words.say("word.tracks"), tracks(rule.tracks()));
        lines.item(
                path,
                words.say("plan.rule.floor"),
                words.say(
                        "plan.rule.monthsFromLeast",
                        "since",
                        since,
                        "months",
                        rule.months(),
                        "dimension",
                        dimension(rule.dimension()),
                        "points",
                        points(rule.floor())));
    }

    private void pointsCap(String path, Rules.PointsCap cap) {
        lines.heading(words.name(cap.name()));
        named(path + ".name", cap.name());
        List<String> when = cap.when().stream().map(this::limit).toList();
        List<String> any = cap.any().stream().map(this::limit).toList();
        String both = words.and(when)
                + (any.isEmpty() ? "" : words.say("plan.rule.and", "list", String.join(words.say("word.or"), any)));
        lines.item(path + ".when", words.say("plan.rule.when"), both);
        lines.item(
                path + ".at_most",
                words.say("plan.rule.cap"),
                words.say(
                        "plan.rule.earnsMostAlert",
                        "name",
                        words.name(indicator(cap.indicator()).name()),
                        "points",
                        points(cap.atMost())));
    }

    private String limit(Rules.Limit limit) {
        Indicator indicator = indicator(limit.indicator());
        List<String> parts = new ArrayList<>();
        limit.atLeast()
                .ifPresent(least ->
                        parts.add(words.name(indicator.name()) + " ≥ " + words.value(least, indicator.unit())));
        limit.below()
                .ifPresent(below ->
                        parts.add(words.name(indicator.name()) + " < " + words.value(below, indicator.unit())));
        return words.and(parts);
    }

    private void certification(Rules.Certification rule) {
        lines.heading(words.say("plan.rule.certification", "tracks", tracks(rule.tracks())));
        lines.unprinted("rules.certification.tracks", words.say("word.tracks"), tracks(rule.tracks()));
        lines.item(
                "rules.certification.kind",
                words.say("plan.rule.exams"),
                words.say("plan.rule.examsKind", "kind", words.coded("exams", "kind", List.of(rule.kind()))));
        lines.item(
                "rules.certification",
                words.say("plan.rule.required"),
                words.say(
                        "plan.rule.productsAttemptedYearBesides",
                        "tracks",
                        tracks(rule.launchTracks()),
                        "graceDays",
                        rule.graceDays(),
                        "launchedWithinMonths",
                        rule.launchedWithinMonths(),
                        "lifecycle",
                        words.coded("products", "lifecycle", List.of(rule.lifecycle()))));
        lines.item("", words.say("plan.rule.notPassed"), words.say("plan.rule.difficultVisitsProductSuspended"));
    }

    private void teamPool(TeamPool pool) {
        lines.section(words.say("plan.rule.teamPool"));
        lines.item(
                "team_pool.share",
                words.say("word.final"),
                words.say(
                        "plan.rule.individualTeamScoreWithout",
                        "percent",
                        Fraction.ONE.minus(pool.share()).percent(),
                        "percent2",
                        pool.share().percent()));
        lines.item(
                "team_pool.least",
                words.say("plan.rule.limits"),
                words.say("plan.rule.finalLiesWithin", "value", plain(pool.least()), "value2", plain(pool.most())));
        String target = plan.targets().containsKey(pool.target())
                ? words.name(plan.targets().get(pool.target()))
                : pool.target();
        lines.item(
                "team_pool.target",
                words.say("word.teamScore"),
                words.say(
                        "plan.rule.regionsNewestPublishedMarket",
                        "maxAgeMonths",
                        pool.maxAgeMonths(),
                        "target",
                        target));
        lines.item(
                "team_pool.curve",
                words.say("plan.points"),
                new CurveText(words).of(pool.curve(), Indicator.Unit.PERCENT));
        if (pool.money().mode() == TeamPool.Money.Mode.SCORE_ONLY) {
            lines.item("team_pool.money", words.say("plan.rule.money"), words.say("plan.rule.onlyScoreBound"));
        } else {
            pool.money().factor().ifPresent(factor -> money(pool, factor));
        }
    }

    private void money(TeamPool pool, Curve factor) {
        String share = pool.share().percent();
        lines.item(
                "team_pool.money",
                words.say("plan.rule.money"),
                words.say("plan.rule.eachMembersCommissionAfter", "share", share));
        lines.item("", words.say("plan.rule.leftOut"), words.say("plan.rule.vetoedPeoplePutNothing"));
        lines.item(
                "team_pool.money.factor",
                words.say("plan.rule.teamsFactorTeamScore"),
                words.say("plan.rule.n1TeamWithoutScore", "factors", new CurveText(words).factors(factor)));
    }

    /** A name counts as changed in either language. */
    private void named(String path, Name name) {
        lines.unprinted(path, words.say("plan.pay.name"), name.zh() + " / " + name.en());
    }
}
