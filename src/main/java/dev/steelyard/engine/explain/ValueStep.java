package dev.steelyard.engine.explain;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.explain.rows.Audience;
import dev.steelyard.engine.explain.rows.Provenance;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.verb.Measured;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An indicator's value from the figures that were measured: numerator and denominator, actual and target.
 *
 * @param provenance empty where a value says its figures and not where they come from
 */
record ValueStep(
        Plan plan,
        Audience audience,
        Registers registers,
        ToldFacts facts,
        MembersStep members,
        TargetStep targets,
        AppealSteps appeals,
        Optional<Provenance> provenance) {

    private static final String KEY = "value";
    private static final Said LABEL = Said.of("explain.value.value");

    /** @param sameAs whether a rounded value earns the same points and meets the same limits as the true one */
    Step of(Participant person, IndicatorScore score, Predicate<Fraction> sameAs) {
        return score.measured().replaced().isPresent()
                ? decided(person, score, sameAs)
                : measured(person, score, Step.of(KEY, LABEL, figure(score, score.value(), sameAs)));
    }

    // ------------------------------------------------------------------ set by an appeal

    /** The value that the last appeal set, above earlier ones and above what was measured. */
    private Step decided(Participant person, IndicatorScore score, Predicate<Fraction> sameAs) {
        List<Measured> before = new ArrayList<>();
        for (Measured at = score.measured();
                at.replaced().isPresent();
                at = at.replaced().get()) {
            before.add(0, at.replaced().get());
        }
        Measured first = before.get(0);
        Step original = Step.of(
                "measured", Said.of("explain.value.valueBeforeAppeal"), figure(score, first.value(), any -> true));
        List<Appeal> setting = score.remarks().stream()
                .filter(remark -> remark.details().contains("set_value"))
                .map(remark -> appeals.find(remark.details().get(0)))
                .toList();
        List<Step> steps = new ArrayList<>();
        for (int i = setting.size() - 1; i >= 0; i--) {
            Figure from = figure(score, before.get(i).value(), any -> true);
            Figure to = i == setting.size() - 1
                    ? figure(score, score.value(), sameAs)
                    : figure(score, before.get(i + 1).value(), any -> true);
            steps.add(appeals.of(setting.get(i), to, change(from, to)));
        }
        steps.add(measured(
                person,
                new IndicatorScore(
                        score.id(),
                        score.indicator(),
                        first,
                        first.value(),
                        Optional.empty(),
                        score.weight(),
                        List.of()),
                original));
        return Step.of(KEY, LABEL, figure(score, score.value(), sameAs)).from(Formula.part(0), steps);
    }

    static Said change(Figure from, Figure to) {
        return Said.of("explain.value.fromTo", "from", from.said(), "to", to.said());
    }

    // ------------------------------------------------------------------ measured

    private Step measured(Participant person, IndicatorScore score, Step step) {
        Step computed = computed(person, score, step);
        return provenance.map(from -> from.of(person, score, computed)).orElse(computed);
    }

    private Step computed(Participant person, IndicatorScore score, Step step) {
        Indicator indicator = score.indicator();
        Measure measure = indicator.measure();
        if (measure.verb().equals("team_mean")) {
            if (provenance.isEmpty()) {
                return step;
            }
            return members.of(person, measure, step.figure());
        }
        List<Step> parts = parts(person, score);
        if (score.measured().value().isEmpty()) {
            // Missing, or missing and counted as 0: it is not computed.
            return step.above(parts);
        }
        Formula formula = formula(person, score, parts);
        if (formula == null) {
            return provenance.isEmpty() ? step.above(parts) : step.above(parts).note(ofSingle(person, measure));
        }
        if (measure.atMost().isPresent()) {
            formula = formula.atMost(
                    FigureNumbers.constant(measure.atMost().get(), FigureNumbers.style(indicator.unit())));
        }
        return step.from(formula, parts);
    }

    private static Figure figure(IndicatorScore score, Optional<Fraction> value, Predicate<Fraction> sameAs) {
        return value.<Figure>map(exact -> {
                    BigDecimal printed = CurveStep.printed(exact, sameAs);
                    return new Figure.Number(
                            printed, FigureNumbers.style(score.indicator().unit()), !CurveStep.isExact(exact, printed));
                })
                .orElse(Figure.MISSING);
    }

    private Said ofSingle(Participant person, Measure measure) {
        return measure.of()
                .map(of -> facts.of(of, measure.window().days(person.scope())))
                .orElse(Said.text(""));
    }

    private List<Step> parts(Participant person, IndicatorScore score) {
        Measure measure = score.indicator().measure();
        String dataset = measure.of().map(Facts::dataset).orElse("");
        if (!audience.seesAnswers(dataset)) {
            return survey(score.measured());
        }
        return score.measured().parts().stream()
                .map(part -> part(part.name(), person, score, part.figure()))
                .toList();
    }

    private Step part(String name, Participant person, IndicatorScore score, Fraction figure) {
        Step step = Step.of(name, label(name), figure(name, score, figure));
        if (provenance.isEmpty()) {
            return step;
        }
        if (!name.equals("target")) {
            return step.note(note(name, person, score));
        }
        TargetKey key = targetKey(person, score);
        return registers
                .targets()
                .find(key)
                .map(target -> personal(target, person, score))
                .map(target ->
                        targets.of(Step.of(name, label(name), CommissionSteps.rounded(target.value())), key, target))
                .orElse(step);
    }

    /** Of a person's own target that part which was theirs to reach (rules.md 8.3). */
    private PersonalTarget personal(Targets.Target target, Participant person, IndicatorScore score) {
        return score.indicator().measure().over() == Measure.Over.SELF
                ? PersonalTarget.of(
                        target,
                        plan,
                        person.employee(),
                        person.presence(),
                        person.scope().days())
                : PersonalTarget.whole(target);
    }

    private static TargetKey targetKey(Participant person, IndicatorScore score) {
        Measure measure = score.indicator().measure();
        Employee employee = person.employee();
        String type =
                switch (measure.over()) {
                    case SELF, MENTEES -> "employee";
                    case TEAM -> "team";
                    case REGION -> "region";
                };
        String subject =
                switch (measure.over()) {
                    case SELF, MENTEES -> employee.id();
                    case TEAM -> employee.team();
                    case REGION -> employee.region();
                };
        return new TargetKey(
                type,
                subject,
                measure.target().orElse(score.id()),
                person.scope().period());
    }

    /** Of a survey no more than its count and what follows from count and mean. */
    private static List<Step> survey(Measured measured) {
        Fraction answers =
                measured.part("answers").or(() -> measured.part("values")).orElse(Fraction.ZERO);
        if (answers.isBelow(Fraction.of(Audience.LEAST_ANSWERS))) {
            return List.of();
        }
        if (measured.part("promoters").isPresent()) {
            Fraction net = measured.part("promoters")
                    .get()
                    .minus(measured.part("detractors").orElseThrow());
            return List.of(
                    Step.of("net", Said.of("explain.value.promotersDetractors"), FigureNumbers.exact(net)),
                    Step.of("answers", label("answers"), FigureNumbers.exact(answers)));
        }
        return measured.parts().stream()
                .map(part -> Step.of(part.name(), label(part.name()), FigureNumbers.exact(part.figure())))
                .toList();
    }

    private static Figure figure(String part, IndicatorScore score, Fraction figure) {
        boolean isShare = score.indicator()
                .measure()
                .numerator()
                .filter(of -> of.aggregate() == Facts.Aggregate.LATEST)
                .isPresent();
        return isShare ? FigureNumbers.percent(figure) : FigureNumbers.exact(figure);
    }

    /** The value over its parts; null where it is a figure of its own. */
    private Formula formula(Participant person, IndicatorScore score, List<Step> parts) {
        if (parts.size() < 2) {
            return null;
        }
        Formula first = Formula.part(0);
        Formula second = second(person, score);
        return switch (score.indicator().measure().verb()) {
            case "growth" -> first.minus(second).over(second);
            case "nps" -> parts.size() == 2
                    ? Formula.constant(100).times(first).over(second)
                    : Formula.constant(100).times(first.minus(second)).over(Formula.part(2));
            default -> first.over(second);
        };
    }

    /** The second part; of a target or a base that was cut the exact cut, not what is printed of it. */
    private Formula second(Participant person, IndicatorScore score) {
        Formula part = Formula.part(1);
        return switch (score.indicator().measure().verb()) {
            case "attainment" -> registers
                    .targets()
                    .find(targetKey(person, score))
                    .map(target -> personal(target, person, score))
                    .filter(target -> !Fraction.of(target.value().rounded(6)).equals(target.value()))
                    .map(target -> TargetStep.cut(
                            FigureNumbers.constant(target.target().value()), target))
                    .orElse(part);
            case "growth" -> person.presence()
                    .available()
                    .filter(days -> score.indicator().measure().over() == Measure.Over.SELF && days.isPart())
                    .map(days -> TargetStep.part(part, days))
                    .orElse(part);
            default -> part;
        };
    }

    private static Said label(String part) {
        return switch (part) {
            case "numerator" -> Said.of("word.numerator");
            case "denominator" -> Said.of("word.denominator");
            case "current" -> Said.of("word.current");
            case "base" -> Said.of("word.base");
            case "actual" -> Said.of("word.actual");
            case "target" -> Said.of("explain.commission.target");
            case "sum" -> Said.of("word.sum");
            case "values" -> Said.of("explain.value.filledCells");
            case "answers" -> Said.of("explain.value.answers");
            case "promoters" -> Said.of("explain.value.promoters910");
            case "detractors" -> Said.of("explain.value.detractors06");
            case "days" -> Said.of("explain.value.daysAll");
            case "people" -> Said.of("explain.value.people");
            default -> Said.text(part);
        };
    }

    private Said note(String part, Participant person, IndicatorScore score) {
        Measure measure = score.indicator().measure();
        Days days = measure.window().days(person.scope());
        Optional<Facts> of = measure.of();
        return switch (part) {
            case "numerator" -> measure.numerator()
                    .map(top -> top(top, days))
                    .orElseGet(() -> counted(person, measure));
            case "denominator" -> measure.denominator()
                    .map(bottom -> top(bottom, days))
                    .orElseGet(() -> of.map(all -> all(all, measure, person)).orElse(Said.text("")));
            case "base" -> of.map(all -> facts.of(
                            all,
                            measure.against()
                                    .orElse(Window.SAME_PERIOD_LAST_YEAR)
                                    .days(person.scope())))
                    .orElse(Said.text(""));
            case "current", "actual", "sum", "days" -> of.map(all -> facts.of(all, days))
                    .orElse(Said.text(""));
            default -> Said.text("");
        };
    }

    private Said top(Facts of, Days days) {
        return switch (of.aggregate()) {
            case LATEST, PRIOR, REQUIRED, PASSED -> facts.of(of);
            default -> facts.of(of, days);
        };
    }

    private Said all(Facts of, Measure measure, Participant person) {
        return switch (measure.verb()) {
            case "repeat" -> facts.of(
                    of.as(Facts.Aggregate.DISTINCT),
                    Window.monthsBefore(measure.months().orElseThrow()).days(person.scope()));
            case "without" -> Said.of("explain.value.mentees");
            default -> facts.of(of, measure.window().days(person.scope()));
        };
    }

    /** What of the denominator's rows counts in the numerator. */
    private Said counted(Participant person, Measure measure) {
        String dataset = measure.of().map(Facts::dataset).orElse("");
        return switch (measure.verb()) {
            case "share" -> measure.having()
                    .map(having -> Said.of("explain.value.them", "where", facts.where(dataset, having)))
                    .orElse(Said.text(""));
            case "within" -> {
                Said from = facts.column(dataset, measure.from().orElseThrow());
                Said to = facts.column(dataset, measure.to().orElseThrow());
                int days = measure.workingDays().orElseThrow();
                yield Said.of("explain.value.themWithinWorkingDays", "from", from, "days", days, "to", to);
            }
            case "repeat" -> Said.of(
                    "explain.value.themOrderedAgain", "days", measure.window().days(person.scope()));
            case "without" -> Said.of(
                    "explain.value.themWithout",
                    "map",
                    measure.of()
                            .map(of -> facts.of(of, measure.window().days(person.scope())))
                            .orElse(Said.text("")));
            default -> Said.text("");
        };
    }
}
