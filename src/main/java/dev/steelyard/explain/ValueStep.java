package dev.steelyard.explain;

import dev.steelyard.calendar.Days;
import dev.steelyard.calendar.Window;
import dev.steelyard.plan.Facts;
import dev.steelyard.plan.Indicator;
import dev.steelyard.plan.Measure;
import dev.steelyard.score.IndicatorScore;
import dev.steelyard.score.Participant;
import dev.steelyard.trace.Figure;
import dev.steelyard.trace.Formula;
import dev.steelyard.trace.Label;
import dev.steelyard.trace.Step;
import dev.steelyard.unit.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** An indicator's value from the figures that were measured: numerator and denominator, actual and target. */
final class ValueStep {

    private static final String KEY = "value";
    private static final Label LABEL = new Label("数值", "value");

    private final Audience audience;
    private final FactsWords facts;
    private final MembersStep members;

    ValueStep(Audience audience, FactsWords facts, MembersStep members) {
        this.audience = audience;
        this.facts = facts;
        this.members = members;
    }

    /** @param sameAs whether a rounded value earns the same points and meets the same limits as the true one */
    Step of(Participant person, IndicatorScore score, Predicate<Fraction> sameAs) {
        Indicator indicator = score.indicator();
        Measure measure = indicator.measure();
        if (measure.verb().equals("team_mean")) {
            return members.of(person, measure, figure(score, sameAs));
        }
        List<Step> parts = parts(person, score);
        Step step = Step.of(KEY, LABEL, figure(score, sameAs));
        if (score.measured().value().isEmpty() || isSet(score)) {
            return step.above(parts);
        }
        Formula formula = formula(measure.verb(), parts);
        if (formula == null) {
            return step.above(parts).note(ofSingle(person, measure));
        }
        if (measure.atMost().isPresent()) {
            formula = formula.atMost(Numbers.constant(measure.atMost().get(), Numbers.style(indicator.unit())));
        }
        return step.from(formula, parts);
    }

    private static Figure figure(IndicatorScore score, Predicate<Fraction> sameAs) {
        return score.value()
                .<Figure>map(value -> {
                    BigDecimal printed = CurveStep.printed(value, sameAs);
                    return new Figure.Number(
                            printed, Numbers.style(score.indicator().unit()), !CurveStep.isExact(value, printed));
                })
                .orElse(Figure.MISSING);
    }

    /** Whether an appeal set the value, or a missing one counts as 0: it is then not computed. */
    private static boolean isSet(IndicatorScore score) {
        return score.measured().gap().isPresent()
                || score.remarks().stream().anyMatch(remark -> remark.details().contains("set_value"));
    }

    private Label ofSingle(Participant person, Measure measure) {
        return measure.of()
                .map(of -> facts.of(of, measure.window().days(person.scope())))
                .orElse(Label.of(""));
    }

    private List<Step> parts(Participant person, IndicatorScore score) {
        Measure measure = score.indicator().measure();
        Map<String, Fraction> measured = score.measured().parts();
        String dataset = measure.of().map(Facts::dataset).orElse("");
        if (!audience.seesAnswers(dataset)) {
            return survey(measured);
        }
        List<Step> parts = new ArrayList<>();
        measured.forEach((name, figure) -> parts.add(
                Step.of(name, label(name), figure(name, score, figure)).note(note(name, person, score))));
        return parts;
    }

    /** Of a survey no more than its count and what follows from count and mean. */
    private static List<Step> survey(Map<String, Fraction> measured) {
        Fraction answers = measured.getOrDefault("answers", measured.getOrDefault("values", Fraction.ZERO));
        if (answers.isBelow(Fraction.of(Audience.LEAST_ANSWERS))) {
            return List.of();
        }
        if (measured.containsKey("promoters")) {
            Fraction net = measured.get("promoters").minus(measured.get("detractors"));
            return List.of(
                    Step.of("net", new Label("推荐者 − 贬损者", "promoters − detractors"), Numbers.exact(net)),
                    Step.of("answers", label("answers"), Numbers.exact(answers)));
        }
        return measured.entrySet().stream()
                .map(part -> Step.of(part.getKey(), label(part.getKey()), Numbers.exact(part.getValue())))
                .toList();
    }

    private static Figure figure(String part, IndicatorScore score, Fraction figure) {
        boolean isShare = score.indicator()
                .measure()
                .numerator()
                .filter(of -> of.aggregate() == Facts.Aggregate.LATEST)
                .isPresent();
        return isShare ? Numbers.percent(figure) : Numbers.exact(figure);
    }

    /** The value over its parts; null where it is a figure of its own. */
    private static Formula formula(String verb, List<Step> parts) {
        if (parts.size() < 2) {
            return null;
        }
        Formula first = Formula.part(0);
        Formula second = Formula.part(1);
        return switch (verb) {
            case "growth" -> first.minus(second).over(second);
            case "nps" -> parts.size() == 2
                    ? Formula.constant(100).times(first).over(second)
                    : Formula.constant(100).times(first.minus(second)).over(Formula.part(2));
            default -> first.over(second);
        };
    }

    private static Label label(String part) {
        return switch (part) {
            case "numerator" -> new Label("分子", "numerator");
            case "denominator" -> new Label("分母", "denominator");
            case "current" -> new Label("本期", "current");
            case "base" -> new Label("基期", "base");
            case "actual" -> new Label("实际", "actual");
            case "target" -> new Label("目标", "target");
            case "sum" -> new Label("合计", "sum");
            case "values" -> new Label("已填个数", "filled cells");
            case "answers" -> new Label("回答数", "answers");
            case "promoters" -> new Label("推荐者（9–10 分）", "promoters (9–10)");
            case "detractors" -> new Label("贬损者（0–6 分）", "detractors (0–6)");
            case "days" -> new Label("天数合计", "days in all");
            case "people" -> new Label("人数", "people");
            default -> Label.of(part);
        };
    }

    private Label note(String part, Participant person, IndicatorScore score) {
        Measure measure = score.indicator().measure();
        Days days = measure.window().days(person.scope());
        Optional<Facts> of = measure.of();
        return switch (part) {
            case "numerator" -> measure.numerator()
                    .map(top -> top(top, days))
                    .orElseGet(() -> counted(person, measure));
            case "denominator" -> measure.denominator()
                    .map(bottom -> top(bottom, days))
                    .orElseGet(() -> of.map(all -> all(all, measure, person)).orElse(Label.of("")));
            case "base" -> of.map(all -> facts.of(
                            all,
                            measure.against()
                                    .orElse(Window.SAME_PERIOD_LAST_YEAR)
                                    .days(person.scope())))
                    .orElse(Label.of(""));
            case "current", "actual", "sum", "days" -> of.map(all -> facts.of(all, days))
                    .orElse(Label.of(""));
            case "target" -> target(person, score);
            default -> Label.of("");
        };
    }

    private Label top(Facts of, Days days) {
        return switch (of.aggregate()) {
            case LATEST, PRIOR, REQUIRED, PASSED -> facts.of(of);
            default -> facts.of(of, days);
        };
    }

    private Label all(Facts of, Measure measure, Participant person) {
        return switch (measure.verb()) {
            case "repeat" -> facts.of(
                    of.as(Facts.Aggregate.DISTINCT),
                    Window.monthsBefore(measure.months().orElseThrow()).days(person.scope()));
            case "without" -> new Label("学员人数", "mentees");
            default -> facts.of(of, measure.window().days(person.scope()));
        };
    }

    /** What of the denominator's rows counts in the numerator. */
    private Label counted(Participant person, Measure measure) {
        String dataset = measure.of().map(Facts::dataset).orElse("");
        return switch (measure.verb()) {
            case "share" -> measure.having()
                    .map(having -> new Label("其中：", "of them: ").then(facts.where(dataset, having)))
                    .orElse(Label.of(""));
            case "within" -> {
                Label from = facts.column(dataset, measure.from().orElseThrow());
                Label to = facts.column(dataset, measure.to().orElseThrow());
                int days = measure.workingDays().orElseThrow();
                yield new Label(
                        "其中：" + from.zh() + "起 " + days + " 个工作日内有" + to.zh(),
                        "of them: " + to.en() + " within " + days + " working days of " + from.en());
            }
            case "repeat" -> new Label("其中本期再次下单", "of them: ordered again in ")
                    .then(" " + measure.window().days(person.scope()));
            case "without" -> new Label("其中没有", "of them: without ")
                    .then(measure.of()
                            .map(of -> facts.of(of, measure.window().days(person.scope())))
                            .orElse(Label.of("")));
            default -> Label.of("");
        };
    }

    private static Label target(Participant person, IndicatorScore score) {
        Label period = Label.of(person.scope().period().toString());
        return score.measured().note().contains("calibration")
                ? period.then(new Label("，按校准 ", ", ")).then(score.measured().note())
                : period;
    }
}
