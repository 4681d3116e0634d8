package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import java.util.Optional;

/** A measure in words. */
record MeasureText(Wording words, Plan plan) {

    String of(String id, Indicator indicator) {
        Measure measure = indicator.measure();
        StringBuilder text = new StringBuilder(verb(id, measure));
        boolean ownWindow = !measure.window().equals(Window.PERIOD);
        if (ownWindow) {
            text.append(words.say("；取" + words.window(measure.window()), "; over " + words.window(measure.window())));
        }
        text.append(
                switch (measure.over()) {
                    case SELF -> "";
                    case TEAM -> words.say("；按所在团队", "; of the person's team");
                    case REGION -> words.say("；按所在大区", "; of the person's region");
                    case MENTEES -> words.say(
                            "；按所带导师的学员（转正日期在该窗口内）", "; of the mentees of the mentors led, made regular in that window");
                });
        if (measure.basis().assigned()) {
            text.append(words.said("plan.attribution.assigned"));
        }
        if (measure.basis().restated()) {
            text.append(words.said("plan.prices.restated"));
        }
        measure.atLeast()
                .ifPresent(least -> text.append(
                        words.say("；少于" + least + "份答卷按缺失", "; fewer than " + least + " answers are missing")));
        measure.atMost().ifPresent(most -> text.append(words.say("；最高", "; at most "))
                .append(words.value(most, indicator.unit())));
        return text.toString();
    }

    private String verb(String id, Measure measure) {
        String of = measure.of().map(words::facts).orElse("");
        return switch (measure.verb()) {
            case "growth" -> words.say(
                    of + "较" + against(measure) + "的增长率", "growth of the " + of + " against " + against(measure));
            case "ratio" -> facts(measure.numerator()) + " ÷ " + facts(measure.denominator());
            case "share" -> words.say(
                    of + "中，" + having(measure) + "的占比", "share of the " + of + ", having " + having(measure));
            case "attainment" -> of + " ÷ "
                    + words.say("目标「" + target(id, measure) + "」", "target \"" + target(id, measure) + "\"");
            case "nps" -> nps(measure);
            case "within" -> within(measure);
            case "repeat" -> repeat(measure);
            case "days_between" -> words.say(
                    "从" + words.column("employees", measure.since().orElse("")) + "到" + of + "的平均天数；没有的人算到期末",
                    "average days from " + measure.since().orElse("") + " to the " + of
                            + "; who has none counts to the period's end");
            case "without" -> words.say(of + "为零的人的占比", "share of the people whose " + of + " is zero");
            case "team_mean" -> words.say(
                    "所带成员「" + dimension(measure) + "」得分的平均（待核者除外）",
                    "mean of the members' " + dimension(measure) + " (held members left out)");
            case "sum", "count", "distinct", "average", "min", "max", "latest" -> of;
            default -> measure.verb() + (of.isEmpty() ? "" : words.say("：", ": ") + of);
        };
    }

    private String facts(Optional<Facts> facts) {
        return facts.map(words::facts).orElse("");
    }

    private String against(Measure measure) {
        return measure.against().map(words::window).orElse("");
    }

    private String having(Measure measure) {
        String dataset = measure.of().map(Facts::dataset).orElse("");
        return measure.having().map(having -> words.where(dataset, having)).orElse("");
    }

    private String target(String id, Measure measure) {
        String target = measure.target().orElse(id);
        return Optional.ofNullable(plan.targets().get(target))
                .or(() -> Optional.ofNullable(plan.indicators().get(target)).map(Indicator::name))
                .map(words::name)
                .orElse(target);
    }

    private String dimension(Measure measure) {
        String id = measure.dimension().orElse("");
        Name name = plan.dimensions().get(id);
        return name == null ? id : words.name(name);
    }

    private String nps(Measure measure) {
        String columns = measure.of()
                .map(facts -> words.column(facts.dataset(), facts.columns().get(0)))
                .orElse("");
        String dataset =
                measure.of().map(facts -> words.dataset(facts.dataset())).orElse("");
        return words.say(
                dataset + "中，100 ×（" + columns + " 9–10 的份数 − 0–6 的份数）÷ 答卷数",
                "100 × (answers with " + columns + " 9–10 − answers with 0–6) ÷ answers of " + dataset);
    }

    private String within(Measure measure) {
        String dataset = measure.of().map(Facts::dataset).orElse("");
        String from = words.column(dataset, measure.from().orElse(""));
        String to = words.column(dataset, measure.to().orElse(""));
        String days = measure.workingDays().map(Object::toString).orElse("");
        return words.say(
                facts(measure.of()) + "中，" + to + "在" + from + "后" + days + "个工作日内的占比；未完成的不算",
                "share of the " + facts(measure.of()) + ", having " + to + " at most " + days + " working days after "
                        + from + "; what is not done is not in time");
    }

    private String repeat(Measure measure) {
        String months = measure.months().map(Object::toString).orElse("");
        return words.say(
                "本期之前" + months + "个月的" + facts(measure.of()) + "中，本期再次出现的占比",
                "of the " + facts(measure.of()) + " in the " + months
                        + " months before the period, the share that is there again");
    }
}
