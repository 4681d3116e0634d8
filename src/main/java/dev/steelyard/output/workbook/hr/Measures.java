package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A measure of the plan in words. */
final class Measures {

    private final Report report;

    Measures(Report report) {
        this.report = report;
    }

    String of(String indicator, Measure measure) {
        List<String> parts = new ArrayList<>();
        parts.add(what(indicator, measure));
        parts.add(window(measure.window()));
        whose(measure.over()).ifPresent(parts::add);
        measure.atLeast()
                .ifPresent(least -> parts.add(
                        report.say("少于 " + least + " 份回答视为缺失", "fewer than " + least + " answers are missing")));
        measure.atMost()
                .ifPresent(most -> parts.add(report.say("最高 ", "at most ")
                        + most.times(Fraction.of(100)).plain() + "%"));
        return report.join(parts);
    }

    private String what(String indicator, Measure measure) {
        String facts = measure.of().map(this::facts).orElse("");
        return switch (measure.verb()) {
            case "growth" -> report.say("增长率：", "growth of ")
                    + facts
                    + report.say("，对比", ", against ")
                    + measure.against().map(this::window).orElse("");
            case "ratio" -> facts(measure.numerator().orElseThrow())
                    + " ÷ "
                    + facts(measure.denominator().orElseThrow());
            case "share" -> report.say(facts + "中的占比：", "share of " + facts + " where: ")
                    + measure.having()
                            .map(having -> where(dataset(measure), having))
                            .orElse("");
            case "attainment" -> facts
                    + report.say(" ÷ 目标「", " ÷ target ")
                    + report.indicator(measure.target().orElse(indicator))
                    + report.say("」", "");
            case "nps" -> report.say(
                    "净推荐值：9–10 分的占比 − 0–6 分的占比，×100", "net promoters: share of 9–10 − share of 0–6, × 100");
            case "within" -> report.say(
                            "「" + report.dataset(dataset(measure)) + "」", report.dataset(dataset(measure)) + ": ")
                    + inTime(measure);
            case "repeat" -> report.say(
                    "期前 " + measure.months().orElse(0) + " 个月下单的客户中，本期再次下单的占比",
                    "share of the customers of the " + measure.months().orElse(0) + " months before who ordered again");
            case "days_between" -> report.say("从", "average days from ")
                    + report.column("employees", measure.since().orElse(""))
                    + report.say("到", " to ")
                    + facts
                    + report.say("的平均天数", "");
            case "without" -> report.say("没有" + facts.replace("行数", "") + "的人数占比", "share of people without " + facts);
            case "team_mean" -> report.say("所带成员「", "mean of the members' ")
                    + report.dimension(measure.dimension().orElse(""))
                    + report.say("」得分的平均（待核除外）", ", held ones left out");
            default -> facts;
        };
    }

    private String inTime(Measure measure) {
        String dataset = dataset(measure);
        String from = report.column(dataset, measure.from().orElse(""));
        String to = report.column(dataset, measure.to().orElse(""));
        int days = measure.workingDays().orElse(0);
        String filter = measure.of()
                .map(Facts::where)
                .filter(where -> !where.conditions().isEmpty())
                .map(where -> report.say("（", " (") + where(dataset, where) + report.say("）", ")"))
                .orElse("");
        return report.say(
                from + "起 " + days + " 个工作日内有" + to + "的占比" + filter,
                "share with " + to + " within " + days + " working days of " + from + filter);
    }

    private static String dataset(Measure measure) {
        return measure.of().map(Facts::dataset).orElse("");
    }

    private String facts(Facts facts) {
        String dataset = report.dataset(facts.dataset());
        String columns = String.join(
                report.say("＋", " + "),
                facts.columns().stream()
                        .map(column -> report.column(facts.dataset(), column))
                        .toList());
        String text =
                switch (facts.aggregate()) {
                    case COUNT -> report.say("「" + dataset + "」行数", "rows of " + dataset);
                    case SUM -> report.say("「" + dataset + "」" + columns + "合计", "sum of " + dataset + "." + columns);
                    case AVERAGE -> report.say(
                            "「" + dataset + "」" + columns + "平均", "average of " + dataset + "." + columns);
                    case DAYS -> report.say(
                            "「" + dataset + "」" + columns.replace("＋", "到") + "的天数",
                            "days of " + dataset + ": " + columns.replace(" + ", " to "));
                    case DISTINCT -> report.say(
                            "「" + dataset + "」不同" + columns + "数", "distinct " + columns + " of " + dataset);
                    case MIN -> report.say("「" + dataset + "」最早" + columns, "least " + columns + " of " + dataset);
                    case MAX -> report.say("「" + dataset + "」最晚" + columns, "greatest " + columns + " of " + dataset);
                    case LATEST -> report.say(
                            "「" + dataset + "」最新一期" + columns, "newest " + columns + " of " + dataset);
                    case PRIOR -> report.say("其上一期" + columns, "the " + columns + " before it");
                    case REQUIRED -> report.say("应通过的产品数", "products required");
                    case PASSED -> report.say("已通过的产品数", "products passed");
                };
        return facts.where().conditions().isEmpty()
                ? text
                : text + report.say("（", " (") + where(facts.dataset(), facts.where()) + report.say("）", ")");
    }

    private String where(String dataset, Where where) {
        return String.join(
                report.say("，", ", "),
                where.conditions().stream()
                        .map(condition -> condition(dataset, condition))
                        .toList());
    }

    private String condition(String dataset, Where.Condition condition) {
        int dot = condition.column().indexOf('.');
        String of = dot < 0 ? dataset : condition.column().substring(0, dot) + "s";
        String id = condition.column().substring(dot + 1);
        String column = report.say(
                        dot < 0 ? "" : report.dataset(of),
                        dot < 0 ? "" : condition.column().substring(0, dot + 1))
                + report.column(of, id);
        List<String> operands = condition.operands();
        return switch (condition.operator()) {
            case ONE_OF -> column
                    + " = "
                    + String.join(
                            report.say("或", " or "),
                            operands.stream()
                                    .map(operand -> operand(of, id, operand))
                                    .toList());
            case FILLED -> column + report.say("已填", " filled");
            case AT_LEAST -> column + " ≥ " + operand(dataset, operands.get(0));
            case ABOVE -> column + " > " + operand(dataset, operands.get(0));
            case BELOW -> column + " < " + operand(dataset, operands.get(0));
            case WITHIN -> report.say(
                    column + " 在" + report.column(dataset, operands.get(0)) + "起 " + operands.get(1) + " 个工作日内",
                    column + " within " + operands.get(1) + " working days of "
                            + report.column(dataset, operands.get(0)));
        };
    }

    private String operand(String dataset, String column, String operand) {
        return switch (operand) {
            case "yes", "true" -> report.say("是", "yes");
            case "no", "false" -> report.say("否", "no");
            default -> report.choice(dataset, column, operand);
        };
    }

    /** A number, a day, or another column. */
    private String operand(String dataset, String operand) {
        return operand.startsWith("employee.")
                ? report.column("employees", operand.substring("employee.".length()))
                : report.column(dataset, operand);
    }

    private String window(Window window) {
        return switch (window.kind()) {
            case PERIOD -> report.say("本期", "the period");
            case PREVIOUS_PERIOD -> report.say("上期", "the period before");
            case SAME_PERIOD_LAST_YEAR -> report.say("去年同期", "the same period last year");
            case YEAR_TO_DATE -> report.say("年初至今", "the year to date");
            case YEAR_BEFORE -> report.say("年初至期前", "the year up to the period");
            case LAST_COMPLETED_QUARTER -> report.say("最近一个完整季度", "the last completed quarter");
            case ROLLING_MONTHS -> report.say(
                    "截至期末的 " + window.months() + " 个月", "the " + window.months() + " months to the period's end");
            case MONTHS_BEFORE -> report.say(
                    "期前 " + window.months() + " 个月", "the " + window.months() + " months before");
            case TO_DATE -> report.say("截至期末", "up to the period's end");
        };
    }

    private Optional<String> whose(Measure.Over over) {
        return switch (over) {
            case SELF -> Optional.empty();
            case TEAM -> Optional.of(report.say("全团队", "the whole team"));
            case REGION -> Optional.of(report.say("所在大区", "the person's region"));
            case MENTEES -> Optional.of(report.say("所带导师的学员", "mentees of the mentors led"));
        };
    }
}
