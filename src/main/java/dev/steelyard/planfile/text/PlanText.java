package dev.steelyard.planfile.text;

import dev.steelyard.calendar.Period;
import dev.steelyard.fact.Schema;
import dev.steelyard.plan.Curve;
import dev.steelyard.plan.Indicator;
import dev.steelyard.plan.Plan;
import dev.steelyard.plan.Track;
import dev.steelyard.unit.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plan in words, as HR signs it. */
public final class PlanText {

    private final Plan plan;
    private final Wording words;
    private final TextLines lines = new TextLines();

    private PlanText(Plan plan, Wording words) {
        this.plan = plan;
        this.words = words;
    }

    /**
     * The whole plan as text.
     *
     * @param schemas the datasets, whose Chinese names stand for columns and coded values
     * @param language {@code zh} or {@code en}
     */
    public static String of(Plan plan, Map<String, Schema> schemas, String language) {
        return new PlanText(plan, new Wording(language, schemas)).text();
    }

    private String text() {
        lines.title(words.name(plan.name(), plan.plan()));
        String until = plan.effective().to().map(Object::toString).orElse(words.say("另行通知", "further notice"));
        lines.line(words.say(
                "有效期 " + plan.effective().from() + " 至 " + until,
                "Effective from " + plan.effective().from() + " to " + until));
        lines.line(words.say("时区 ", "Time zone ") + plan.zone() + words.say("，货币 ", ", currency ") + plan.currency());
        tracks();
        indicators();
        new RuleText(plan, words, lines).write();
        new PayText(plan, words, lines).write();
        lines.section(words.say("签字", "Signed"));
        lines.item(words.say("销售总监", "Sales director"), "________________");
        lines.item(words.say("人力资源", "Human resources"), "________________");
        lines.item(words.say("合规", "Compliance"), "________________");
        lines.item(words.say("日期", "Date"), "________________");
        return lines.toString();
    }

    private void tracks() {
        lines.section(words.say("序列与维度权重", "Tracks and the weights of their dimensions"));
        plan.tracks().forEach((id, track) -> {
            lines.heading(words.name(track.name(), id));
            lines.item(words.say("周期", "Scored"), cycle(track.cycle()));
            List<String> weights = new ArrayList<>();
            track.weights()
                    .forEach((dimension, weight) -> weights.add(dimension(dimension) + " " + weight.plain() + "%"));
            lines.item(words.say("权重", "Weights"), words.list(weights));
            track.whenEmpty()
                    .forEach((dimension, points) -> lines.item(
                            words.say("无数据", "Without data"),
                            dimension(dimension)
                                    + words.say(" 按 ", " counts as ")
                                    + points.exact().plain()
                                    + points()));
            if (track.manager()) {
                lines.item(
                        words.say("管理者", "Managers"),
                        words.say("按所带成员评分，不参加团队内排名", "scored on the people they lead, not ranked within a team"));
            }
        });
    }

    private String cycle(Period.Kind cycle) {
        return switch (cycle) {
            case MONTH -> words.say("每月", "monthly");
            case QUARTER -> words.say("每季", "quarterly");
            case YEAR -> words.say("每年", "yearly");
        };
    }

    private String dimension(String id) {
        return plan.dimensions().containsKey(id) ? words.name(plan.dimensions().get(id)) : id;
    }

    private String points() {
        return words.say(" 分", " points");
    }

    private void indicators() {
        MeasureText measures = new MeasureText(words, plan);
        plan.dimensions().forEach((dimension, name) -> {
            lines.section(words.say("指标：" + words.name(name), "Indicators: " + words.name(name)));
            plan.indicators().forEach((id, indicator) -> {
                if (indicator.dimension().equals(dimension)) {
                    lines.heading(words.name(indicator.name(), id));
                    lines.item(words.say("权重", "Weight"), weights(indicator));
                    lines.item(words.say("计量", "Measure"), measures.of(id, indicator));
                    indicator.curve().ifPresent(curve -> {
                        lines.item(words.say("分档", "Points"), curve(curve, indicator.unit()));
                        lines.item(words.say("缺数据", "Missing"), missing(indicator.missing()));
                    });
                }
            });
        });
    }

    private String weights(Indicator indicator) {
        List<String> weights = new ArrayList<>();
        for (Map.Entry<String, Track> track : plan.tracks().entrySet()) {
            Fraction weight = indicator.weight().get(track.getKey());
            if (weight != null) {
                weights.add(words.name(track.getValue().name()) + " "
                        + (weight.signum() == 0 ? words.say("只展示", "shown only") : weight.plain() + "%"));
            }
        }
        return words.list(weights);
    }

    private String curve(Curve curve, Indicator.Unit unit) {
        if (curve instanceof Curve.Linear linear) {
            return breakpoints(linear.points(), unit)
                    + words.say("；其间按比例，两端之外不变", "; in proportion between, flat beyond");
        }
        if (curve instanceof Curve.Step step) {
            return breakpoints(step.points(), unit) + words.say("；达到一档即得该档", "; each holds from its value to the next");
        }
        return words.say("数值即分数", "the value is the points");
    }

    private String breakpoints(List<Curve.Point> points, Indicator.Unit unit) {
        return words.list(points.stream()
                .map(point ->
                        words.value(point.value(), unit) + "→" + point.points().plain())
                .toList());
    }

    private String missing(Indicator.Missing missing) {
        return switch (missing) {
            case SKIP -> words.say(
                    "权重按比例分给本维度其他指标", "its weight goes to the dimension's other indicators in proportion");
            case ZERO -> words.say("按 0 计", "counts as 0");
            case HOLD -> words.say("待核：不排名、不兑付", "the person is held: neither ranked nor paid");
        };
    }
}
