package dev.steelyard.input.planfile.check;

import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every track, dimension, indicator, target, grade and coded value that a plan names must exist. */
record NameChecks(Binder binder, KnownNames lookup) {

    void run() {
        binder.all(Track.class).forEach(this::track);
        binder.all(Indicator.class).forEach(this::indicator);
        binder.all(Rules.Compliance.class).forEach(this::compliance);
        binder.all(Rules.Milestone.class)
                .forEach(milestone -> lookup.tracks(milestone.value().tracks(), milestone, "tracks"));
        binder.all(Rules.Exploration.class).forEach(this::exploration);
        Map<String, String> caps = new HashMap<>();
        binder.all(Rules.PointsCap.class).forEach(cap -> {
            lookup.indicator(cap.value().indicator(), cap.at("indicator"));
            String first = caps.putIfAbsent(cap.value().id(), cap.value().name().zh());
            if (first != null) {
                binder.add(binder.mistake(PlanError.NAME_TWICE, cap.at("id"))
                        .with("name", cap.value().id())
                        .with("first", first));
            }
        });
        binder.all(Rules.Limit.class).forEach(this::limit);
        binder.all(Rules.Certification.class).forEach(this::certification);
        binder.all(TeamPool.class).forEach(pool -> lookup.target(pool.value().target(), pool.at("target")));
        binder.all(TeamPool.Money.class).forEach(this::money);
        binder.all(Plan.Report.class).forEach(this::report);
        binder.all(Plan.GrowthQuality.class).forEach(this::growthQuality);
        pay();
        new InsightChecks(binder, lookup).run();
    }

    private void track(Bound<Track> track) {
        track.value().weights().keySet().forEach(name -> lookup.dimension(name, track.keyAt("weights", name)));
        track.value().whenEmpty().keySet().forEach(name -> lookup.dimension(name, track.keyAt("when_empty", name)));
        lookup.rosterTrack(track.key(), lookup.keyAt("tracks", track.key()));
    }

    private void indicator(Bound<Indicator> indicator) {
        lookup.dimension(indicator.value().dimension(), indicator.at("dimension"));
        indicator.value().weight().keySet().forEach(name -> lookup.track(name, indicator.keyAt("weight", name)));
    }

    private void compliance(Bound<Rules.Compliance> rule) {
        Rules.Compliance value = rule.value();
        lookup.dimension(value.dimension(), rule.at("dimension"));
        lookup.grade(value.veto().grade(), rule.at("veto", "grade"));
        severities(value.veto().severities(), rule, "veto", "severities");
        lookup.choices("compliance_events", "kind", value.veto().kinds(), rule.at("veto", "kinds"));
        value.deductions()
                .keySet()
                .forEach(severity -> lookup.choices(
                        "compliance_events", "severity", List.of(severity), rule.keyAt("deductions", severity)));
        for (int i = 0; i < value.caps().size(); i++) {
            lookup.grade(value.caps().get(i).grade(), rule.at("caps", i, "grade"));
        }
    }

    private void severities(List<String> words, Bound<?> owner, Object... path) {
        lookup.choices("compliance_events", "severity", words, owner.at(path));
    }

    private void exploration(Bound<Rules.Exploration> rule) {
        lookup.tracks(rule.value().tracks(), rule, "tracks");
        lookup.dimension(rule.value().dimension(), rule.at("dimension"));
        lookup.rosterDate(rule.value().since(), rule.at("since"));
    }

    private void limit(Bound<Rules.Limit> limit) {
        lookup.indicator(limit.value().indicator(), limit.at("indicator"));
        if (limit.value().atLeast().isEmpty() && limit.value().below().isEmpty()) {
            missing(limit, "at_least / below");
        }
    }

    private void certification(Bound<Rules.Certification> rule) {
        lookup.choices("exams", "kind", List.of(rule.value().kind()), rule.at("kind"));
        lookup.choices("products", "lifecycle", List.of(rule.value().lifecycle()), rule.at("lifecycle"));
        lookup.tracks(rule.value().tracks(), rule, "tracks");
        lookup.tracks(rule.value().launchTracks(), rule, "launch_tracks");
    }

    private void money(Bound<TeamPool.Money> money) {
        if (money.value().mode() == TeamPool.Money.Mode.SHARE
                && money.value().factor().isEmpty()) {
            missing(money, "factor");
        }
    }

    private void missing(Bound<?> owner, String key) {
        binder.add(binder.mistake(PlanError.KEY_MISSING, owner.node()).with("key", key));
    }

    private void report(Bound<Plan.Report> report) {
        lookup.dataset(report.value().dataset(), report.at("dataset")).ifPresent(schema -> {
            report.value().date().ifPresent(date -> lookup.column(schema, date, KnownNames.DATED, report.at("date")));
            lookup.dated(schema, report.value().date(), report.at("dataset"));
        });
    }

    private void growthQuality(Bound<Plan.GrowthQuality> rule) {
        Plan.GrowthQuality value = rule.value();
        lookup.dataset(value.dataset(), rule.at("dataset")).ifPresent(schema -> {
            lookup.column(schema, value.sales(), KnownNames.NUMERIC, rule.at("sales"));
            lookup.column(schema, value.cost(), KnownNames.NUMERIC, rule.at("cost"));
            for (int i = 0; i < value.by().size(); i++) {
                lookup.column(schema, value.by().get(i), KnownNames.ANY, rule.at("by", i));
            }
            lookup.dated(schema, Optional.empty(), rule.at("dataset"));
            lookup.personal(schema, rule.at("dataset"));
        });
    }

    private void pay() {
        for (Bound<Pay.Commission> commission : binder.all(Pay.Commission.class)) {
            lookup.tracks(commission.value().tracks(), commission, "tracks");
            commission.value().target().ifPresent(target -> lookup.target(target, commission.at("target")));
            commission
                    .value()
                    .noTarget()
                    .keySet()
                    .forEach(name -> lookup.track(name, commission.keyAt("no_target", name)));
        }
        for (Bound<Pay.ManagerCommission> commission : binder.all(Pay.ManagerCommission.class)) {
            lookup.tracks(commission.value().tracks(), commission, "tracks");
        }
        for (Bound<Pay.ExcessProfitShare> share : binder.all(Pay.ExcessProfitShare.class)) {
            lookup.target(share.value().target(), share.at("target"));
            lookup.grade(share.value().leastGrade(), share.at("least_grade"));
        }
        for (Bound<Pay.ComplianceBonus> bonus : binder.all(Pay.ComplianceBonus.class)) {
            lookup.dimension(bonus.value().dimension(), bonus.at("dimension"));
        }
        for (Bound<Pay.NoViolationBonus> bonus : binder.all(Pay.NoViolationBonus.class)) {
            severities(bonus.value().severities(), bonus, "severities");
        }
        for (Bound<Pay> pay : binder.all(Pay.class)) {
            pay.value()
                    .gradeFactors()
                    .keySet()
                    .forEach(grade -> lookup.grade(grade, pay.keyAt("grade_factors", grade)));
            lookup.grades().stream()
                    .filter(grade -> !pay.value().gradeFactors().containsKey(grade))
                    .forEach(grade -> binder.add(binder.mistake(PlanError.GRADE_WITHOUT_FACTOR, pay.at("grade_factors"))
                            .with("grade", grade)));
        }
    }
}
